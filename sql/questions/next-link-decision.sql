-- Which number is free for the next decision about a row without a code?
select coalesce(max(decision), 0) + 1 as id from link_decision where unit = :unit
