-- Which lists of rows are those of files that go?
delete from listing where unit = :unit and file in (select value from json_each(:files))
