-- Which of these contents does another ward of the database need?
select distinct sha256 from file
where sha256 in (select value from json_each(:contents)) and unit <> :unit and state <> 'purged'
