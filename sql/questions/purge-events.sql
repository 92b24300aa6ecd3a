-- Which turns are of discrepancies that go?
delete from discrepancy_event where unit = :unit and discrepancy in (select value from json_each(:discrepancies))
