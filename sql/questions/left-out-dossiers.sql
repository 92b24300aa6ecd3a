-- Which dossiers does an export still list that belong in a later one of the system, whose window overlaps its, and are not in it?
with overlapping as (
  select
    older.export as listed_in, newer.export, newer.window_from, newer.window_to,
    min(older.window_to, older.came) as seen_on,
    row_number() over (partition by older.export order by newer.window_to, newer.window_from) as place
  from export as older
  join export as newer
    on newer.unit = older.unit and newer.system = older.system
    and newer.window_from > older.window_from and newer.window_from <= older.window_to
    and (newer.window_to > older.window_to or (newer.window_to = older.window_to and newer.came > older.came))
  where older.unit = :unit and older.system <> 'dvcqg-thanhtoan'
),
later as (
  select * from overlapping where place = 1
),
cut as (
  select distinct export_file.export
  from export_file
  join file on file.unit = export_file.unit and file.file = export_file.file
  where export_file.unit = :unit and file.rows_read < file.stated_total
),
belonging as (
  select distinct later.listed_in, later.export, record.dossier
  from later
  cross join record indexed by record_of_export on record.unit = :unit and record.export = later.listed_in
  cross join source_row on source_row.unit = :unit and source_row.row = record.row
  where record.linked = 0 and (
    substr(source_row.received, 1, 10) between later.window_from and later.window_to
    or substr(source_row.ended, 1, 10) >= later.window_from
    or (source_row.ended is null and source_row.handed is null and later.seen_on >= later.window_from -- else it may have ended since
      and (source_row.status is null or source_row.status in ('received', 'processing', 'supplement', 'financial')))
  )
)
select
  belonging.dossier, belonging.export, belonging.listed_in, code.code as dossier_code,
  belonging.export not in (select export from cut) as complete
from belonging
join code on code.unit = :unit and code.dossier = belonging.dossier
where not exists (
    select 1 from record
    where record.unit = :unit and record.dossier = belonging.dossier and record.export = belonging.export
  )
  and not exists (
    select 1 from export_file
    join reject on reject.unit = :unit and reject.file = export_file.file and reject.code = belonging.dossier
    where export_file.unit = :unit and export_file.export = belonging.export
  )
order by belonging.dossier, belonging.export, belonging.listed_in
