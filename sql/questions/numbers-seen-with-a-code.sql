-- Which rows of a system's files, of this night or an earlier one, have one of these numbers of its own and a code;
-- since which window, and does an export in force list them still?
with wanted as materialized (
  select distinct value ->> 'system' as system, value ->> 'number' as number from json_each(:numbers)
),
given as materialized (
  select value ->> 'system' as system, cast(value ->> 'file' as bigint) as file, value ->> 'from' as window_from from json_each(:seen)
)
select
  wanted.system, wanted.number, source_row.code as dossier,
  source_row.procedure, source_row.received, source_row.identity, source_row.identity_valid, source_row.person,
  (
    select given.window_from from given
    where given.system = wanted.system
      and source_row.row <= (
        select listing.row_last from listing
        where listing.unit = :unit and listing.file = given.file and listing.row_first <= source_row.row
        order by listing.row_first desc
        limit 1
      )
    order by given.window_from
    limit 1
  ) as window_from,
  exists (
    select 1 from record
    join export on export.unit = record.unit and export.export = record.export
    where record.unit = :unit and record.dossier = source_row.code and record.row = source_row.row and export.system = wanted.system
  ) as in_force
from wanted
cross join source_row indexed by source_row_of_own_number
  on source_row.unit = :unit and source_row.own_number = wanted.number and source_row.code is not null
