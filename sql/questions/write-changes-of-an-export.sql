-- What do the new files of an export say otherwise than the records that are still there from the old ones, or from the
-- export before it, whose window it overlaps from :window_from on?
with new_row as (
  select source_row.code as dossier, source_row.row, source_row.due
  from json_each(:files) as wanted
  cross join listing on listing.unit = :unit and listing.file = wanted.value
  cross join source_row on source_row.unit = :unit and source_row.row between listing.row_first and listing.row_last
  where source_row.code is not null
),
now_listed as (
  select dossier, max(due) as due, json_group_array(row) as rows from (select distinct * from new_row order by dossier, row) group by dossier
),
old_row as (
  select record.dossier, record.row, source_row.due
  from record
  join source_row on source_row.unit = record.unit and source_row.row = record.row
  where record.unit = :unit and record.export = :before and record.linked = 0
    and (:before = :export or coalesce(source_row.ended, source_row.handed, :window_from) >= :window_from)
),
once as (
  select dossier, max(due) as due, json_group_array(row) as rows from (select * from old_row order by dossier, row) group by dossier
),
compared as (
  select
    coalesce(once.dossier, now_listed.dossier) as dossier, once.due as due_before, now_listed.due as due_after,
    case
      when once.dossier is null then 'appeared'
      when now_listed.dossier is null then 'gone'
      when once.rows <> now_listed.rows then 'changed'
    end as what
  from once
  full outer join now_listed on now_listed.dossier = once.dossier
)
insert into change (unit, as_of, export, dossier, what, due_before, due_after, system, window_from)
select :unit, :as_of, :export, dossier, what, due_before, due_after, :system, :window_from from compared where what is not null
on conflict (unit, as_of, export, dossier) do update set what = excluded.what, due_after = excluded.due_after,
  system = excluded.system, window_from = excluded.window_from
