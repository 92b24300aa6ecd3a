-- Which lines stand behind some discrepancies, before others are written?
delete from discrepancy_source where unit = :unit and discrepancy in (select value from json_each(:discrepancies))
