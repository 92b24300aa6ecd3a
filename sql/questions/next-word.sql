-- Which number is free for the next text?
select coalesce(max(word), 0) + 1 as id from word where unit = :unit
