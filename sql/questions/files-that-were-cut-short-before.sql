-- Which files of a system are not taken because the list before them was longer?
select file, reason from file
where unit = :unit and system = :system and state = 'refused' and reason like '{"id":"cut_short_before"%'
order by file
