-- Which lines stand behind discrepancies that go?
delete from discrepancy_source where unit = :unit and discrepancy in (select value from json_each(:discrepancies))
