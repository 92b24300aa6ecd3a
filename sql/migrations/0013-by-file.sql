-- Where and when a file was met last is found without looking at what every other file was met as.
create index sighting_of_file on sighting (unit, file, sighting);

-- Which dossiers a period counts is found in the index alone.
drop index dossier_by_end;
create index dossier_by_end on dossier (unit, ended_day, received_day, own);
