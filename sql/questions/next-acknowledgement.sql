-- Which number is free for the next decision of a person, and which run was the last one before it?
select
  (select coalesce(max(acknowledgement), 0) + 1 from acknowledgement where unit = :unit) as id,
  (select coalesce(max(run), 0) from run where unit = :unit) as run
