-- Which rows that could not be read stand in files that go?
delete from reject where unit = :unit and file in (select value from json_each(:files))
