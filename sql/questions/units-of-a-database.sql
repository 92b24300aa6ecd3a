-- Which wards does a database hold, and which is the last run of each that ended well?
with ended as (
  select unit, max(run) as run from run where state in ('done', 'incomplete') group by unit
)
select unit.agency_code as agency, coalesce(ended.run, 0) as run, run.as_of as "asOf"
from unit
left join ended on ended.unit = unit.unit
left join run on run.unit = ended.unit and run.run = ended.run
order by unit.unit;
