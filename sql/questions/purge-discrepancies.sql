-- Which discrepancies go?
delete from discrepancy where unit = :unit and discrepancy in (select value from json_each(:discrepancies))
