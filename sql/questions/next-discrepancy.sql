-- Which number is free for the next discrepancy?
select coalesce(max(discrepancy), 0) + 1 as id from discrepancy where unit = :unit
