-- Which number is free for the next showing of names and numbers?
select coalesce(max(unmasking), 0) + 1 as id from unmasking where unit = :unit
