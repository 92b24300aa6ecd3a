-- Which rows of lists does no file list any more but some that go?
delete from source_row
where unit = :unit
  and row in (
    select source_row.row
    from listing
    join file on file.unit = listing.unit and file.file = listing.file and file.system <> 'dvcqg-thanhtoan'
    join source_row on source_row.unit = listing.unit and source_row.row between listing.row_first and listing.row_last
    where listing.unit = :unit and listing.file in (select value from json_each(:files))
  )
  and row not in (
    select source_row.row
    from listing
    join file on file.unit = listing.unit and file.file = listing.file and file.system <> 'dvcqg-thanhtoan'
    join source_row on source_row.unit = listing.unit and source_row.row between listing.row_first and listing.row_last
    where listing.unit = :unit and listing.file not in (select value from json_each(:files))
  )
