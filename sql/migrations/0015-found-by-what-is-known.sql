-- Which exports a file speaks for is found without looking at what every other file speaks for.
create index export_file_of_file on export_file (unit, file);

-- What was decided last of a row, without looking at what was decided of every other one.
create index link_decision_of_key on link_decision (unit, key, decision);
