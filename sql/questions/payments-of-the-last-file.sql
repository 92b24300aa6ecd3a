-- Which transactions did the last file of this system list? (What has not changed since is not written again.)
with last_file as (
  select max(file) as file from file where unit = :unit and system = :system and state = 'loaded'
)
select payment_row.row, payment_row.code, payment_row.fingerprint
from last_file
join listing on listing.unit = :unit and listing.file = last_file.file
join payment_row on payment_row.unit = :unit and payment_row.row between listing.row_first and listing.row_last
