-- Which transactions did the last file of this system list, and this one when it was read before? (What has not changed
-- since is not written again.)
with earlier as (
  select max(file) as file from file where unit = :unit and system = :system and state = 'loaded'
  union
  select :file
)
select payment_row.row, payment_row.code, payment_row.fingerprint
from earlier
cross join listing on listing.unit = :unit and listing.file = earlier.file
cross join payment_row on payment_row.unit = :unit and payment_row.row between listing.row_first and listing.row_last
