-- Which discrepancies go, or are written anew?
delete from discrepancy where unit = :unit and discrepancy in (select value from json_each(:discrepancies))
