-- What was said of discrepancies that go?
delete from discrepancy_version where unit = :unit and discrepancy in (select value from json_each(:discrepancies))
