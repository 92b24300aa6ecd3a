-- Which rows did the last file of this system list? (What has not changed since is not written again.)
with last_file as (
  select max(file) as file from file where unit = :unit and system = :system and state = 'loaded'
)
select source_row.row, source_row.code, source_row.fingerprint
from last_file
join listing on listing.unit = :unit and listing.file = last_file.file
join source_row on source_row.unit = :unit and source_row.row between listing.row_first and listing.row_last
