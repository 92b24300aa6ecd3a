-- How did each discrepancy stand before a night, on which dossier is it, and when did its state change last?
with event_by_then as (
  select discrepancy, max(event) as event
  from discrepancy_event
  where unit = :unit and as_of <= :as_of
  group by discrepancy
),
event_before as (
  select discrepancy, max(event) as event
  from discrepancy_event
  where unit = :unit and as_of < :as_of
  group by discrepancy
)
select
  discrepancy.key, discrepancy.dossier, this_night.as_of as changed, night_before.state as state_before
from event_by_then
join discrepancy on discrepancy.unit = :unit and discrepancy.discrepancy = event_by_then.discrepancy
join discrepancy_event as this_night
  on this_night.unit = :unit and this_night.discrepancy = event_by_then.discrepancy and this_night.event = event_by_then.event
left join event_before on event_before.discrepancy = event_by_then.discrepancy
left join discrepancy_event as night_before
  on night_before.unit = :unit and night_before.discrepancy = event_before.discrepancy and night_before.event = event_before.event
order by discrepancy.key
