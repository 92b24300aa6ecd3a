-- Which rows did the last file of this system list, and this one when it was read before? (What has not changed
-- since is not written again.)
with earlier as (
  select max(file) as file from file where unit = :unit and system = :system and state = 'loaded'
  union
  select :file
)
select source_row.row, source_row.code, source_row.fingerprint
from earlier
cross join listing on listing.unit = :unit and listing.file = earlier.file
cross join source_row on source_row.unit = :unit and source_row.row between listing.row_first and listing.row_last
