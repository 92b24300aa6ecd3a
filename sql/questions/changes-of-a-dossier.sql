-- On which nights did a file say of a dossier otherwise than the file before it, and did its due day move?
with moved as (
  select *, what = 'changed' and substr(due_before, 1, 10) is distinct from substr(due_after, 1, 10) as is_put_off
  from change
  where unit = :unit and dossier = :dossier
)
select
  moved.as_of as night, moved.system, moved.what,
  case when is_put_off then substr(due_before, 1, 10) end as "dueBefore",
  case when is_put_off then substr(due_after, 1, 10) end as "dueAfter"
from moved
where moved.system is not null
order by moved.as_of, moved.system, moved.window_from nulls first
