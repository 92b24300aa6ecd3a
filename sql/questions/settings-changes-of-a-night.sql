-- Which settings were others on a night than before, and how many discrepancies did they move?
select
  settings_change.change, settings_change.settings,
  count(*) filter (where moved_discrepancy.how = 'raised') as raised,
  count(*) filter (where moved_discrepancy.how = 'over') as over,
  count(*) filter (where moved_discrepancy.how = 'retold') as retold
from settings_change
left join moved_discrepancy
  on moved_discrepancy.unit = settings_change.unit and moved_discrepancy.as_of = settings_change.as_of
  and moved_discrepancy.change = settings_change.change
where settings_change.unit = :unit and settings_change.as_of = :as_of
group by settings_change.change, settings_change.settings
order by settings_change.change
