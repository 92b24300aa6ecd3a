-- Which rows of a file could not be read, that is to be read again?
delete from reject where unit = :unit and file = :file
