-- When did other settings last move each discrepancy, by the end of a night, and which were they?
select moved_discrepancy.discrepancy, moved_discrepancy.as_of, moved_discrepancy.how, settings_change.settings
from moved_discrepancy
join settings_change
  on settings_change.unit = moved_discrepancy.unit and settings_change.as_of = moved_discrepancy.as_of
  and settings_change.change = moved_discrepancy.change
where moved_discrepancy.unit = :unit and moved_discrepancy.as_of <= :as_of
order by moved_discrepancy.discrepancy, moved_discrepancy.as_of, moved_discrepancy.change
