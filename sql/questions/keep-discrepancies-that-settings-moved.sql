-- Which discrepancies turned tonight, or say something else, as other settings alone would have it?
insert into moved_discrepancy (unit, as_of, change, discrepancy, how)
with turned as (
  select discrepancy, state from discrepancy_event where unit = :unit and run = :run
),
wanted as (
  select value as key, 'raised' as how from json_each(:raised)
  union all
  select value, 'over' from json_each(:over)
  union all
  select value, 'retold' from json_each(:retold)
)
select :unit, :as_of, :change, discrepancy.discrepancy, wanted.how
from wanted
join discrepancy on discrepancy.unit = :unit and discrepancy.key = wanted.key
left join turned on turned.discrepancy = discrepancy.discrepancy
where case wanted.how
  when 'raised' then turned.state in ('open', 'reopened')
  when 'over' then turned.state = 'resolved'
  else turned.state is null and exists (
    select 1 from discrepancy_version as told
    where told.unit = :unit and told.discrepancy = discrepancy.discrepancy and told.as_of = :as_of
  )
end
