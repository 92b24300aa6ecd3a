-- How did each discrepancy stand before a night, on which dossier is it, and when did its state change last?
select
  discrepancy.key, discrepancy.dossier, this_night.as_of as changed, night_before.state as state_before
from discrepancy
cross join discrepancy_event as this_night on this_night.unit = :unit and this_night.discrepancy = discrepancy.discrepancy
  and this_night.event = (
    select max(last.event) from discrepancy_event as last
    where last.unit = :unit and last.discrepancy = discrepancy.discrepancy and last.as_of <= :as_of
  )
left join discrepancy_event as night_before on night_before.unit = :unit and night_before.discrepancy = discrepancy.discrepancy
  and night_before.event = (
    select max(last.event) from discrepancy_event as last
    where last.unit = :unit and last.discrepancy = discrepancy.discrepancy and last.as_of < :as_of
  )
where discrepancy.unit = :unit
order by discrepancy.key
