-- Which number is free for the next purge?
select coalesce(max(purge), 0) + 1 as id from purge where unit = :unit
