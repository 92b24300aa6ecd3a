-- What do the files of a night say of dossiers otherwise than the files before them, and which due days moved?
with moved as (
  select *, what = 'changed' and substr(due_before, 1, 10) is distinct from substr(due_after, 1, 10) as is_put_off
  from change
  where unit = :unit and as_of = :as_of
)
select
  code.code, moved.system, moved.what,
  case when is_put_off then substr(due_before, 1, 10) end as "dueBefore",
  case when is_put_off then substr(due_after, 1, 10) end as "dueAfter"
from moved
join code on code.unit = moved.unit and code.dossier = moved.dossier
where moved.system is not null
order by moved.system, code.code, moved.window_from nulls first
