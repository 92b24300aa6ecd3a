-- Which exports a file speaks for is found without looking at what every other file speaks for.
create index export_file_of_file on export_file (unit, file);
