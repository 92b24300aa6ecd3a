-- Which rows did a file list, that is to be read again?
delete from listing where unit = :unit and file = :file
