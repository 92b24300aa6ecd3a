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
  select dossier, max(due) as due, json_group_array(row) as rows from (select distinct * from new_row order by dossier, row) as ordered group by dossier
),
old_row as (
  select record.dossier, record.row, source_row.due
  from record
  join source_row on source_row.unit = record.unit and source_row.row = record.row
  where record.unit = :unit and record.export = :before and record.linked = 0
    and (:before = :export or coalesce(source_row.ended, source_row.handed, :window_from) >= :window_from)
),
once as (
  select dossier, max(due) as due, json_group_array(row) as rows from (select * from old_row order by dossier, row) as ordered group by dossier
),
both_told as (
  select dossier, due as due_before, null as due_after, rows as rows_before, null as rows_after from once
  union all
  select dossier, null, due, null, rows from now_listed
),
-- Grouped, not joined: a full outer join looks at every dossier of one side for every dossier of the other.
compared as (
  select
    dossier, max(due_before) as due_before, max(due_after) as due_after,
    case
      when max(rows_before) is null then 'appeared'
      when max(rows_after) is null then 'gone'
      when max(rows_before) <> max(rows_after) then 'changed'
    end as what
  from both_told
  group by dossier
)
insert into change (unit, as_of, export, dossier, what, due_before, due_after, system, window_from)
select :unit, :as_of, :export, dossier, what, due_before, due_after, :system, :window_from from compared where what is not null
on conflict (unit, as_of, export, dossier) do update set what = excluded.what, due_after = excluded.due_after,
  system = excluded.system, window_from = excluded.window_from
