-- Which of the discrepancies that go were moved by settings?
delete from moved_discrepancy where unit = :unit and discrepancy in (select value from json_each(:discrepancies))
