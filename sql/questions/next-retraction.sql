-- Which number is free for the next retraction?
select coalesce(max(retraction), 0) + 1 as id from retraction where unit = :unit
