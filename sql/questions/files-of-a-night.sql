-- Which files came on a night, and what became of them? What was not taken is as the night's last look found it.
with last_look as (
  select max(run) as run from sighting where unit = :unit and as_of = :as_of
),
met as (
  select path, file, state, reason, run from sighting
  where unit = :unit and as_of = :as_of and state in ('loaded', 'refused', 'unclaimed', 'not_ready')
)
select
  met.path, met.state, file.system, file.rows_read as rows, file.rows_rejected as rejected,
  max(coalesce(file.reason, met.reason)) as reason
from met
left join file on file.unit = :unit and file.file = met.file
where (met.state = 'loaded' and file.state = 'loaded') or (met.state <> 'loaded' and met.run = (select run from last_look))
group by met.path, met.state, file.unit, file.file
order by met.state = 'loaded', met.path, file.sha256 nulls first
