-- How much do these files of a system list between them: dossiers, rows without a code, transactions, rows that could
-- not be read? (What stands twice, in one file or in two forms of it, counts once.)
with chosen as (
  select value as file from json_each(:files)
),
rows_of_dossiers as (
  select distinct coalesce('code ' || source_row.code, 'row ' || source_row.row) as what
  from chosen
  cross join listing on listing.unit = :unit and listing.file = chosen.file
  cross join source_row on source_row.unit = :unit and source_row.row between listing.row_first and listing.row_last
  where :system <> 'dvcqg-thanhtoan'
),
transactions as (
  select distinct 'row ' || payment_row.row as what
  from chosen
  cross join listing on listing.unit = :unit and listing.file = chosen.file
  cross join payment_row on payment_row.unit = :unit and payment_row.row between listing.row_first and listing.row_last
  where :system = 'dvcqg-thanhtoan'
),
unread as (
  select distinct coalesce('code ' || reject.code, 'line ' || reject.file || ' ' || reject.line) as what
  from chosen
  cross join reject on reject.unit = :unit and reject.file = chosen.file
),
listed as (
  select what from rows_of_dossiers
  union
  select what from transactions
  union
  select what from unread
)
select count(*) as listed from listed
