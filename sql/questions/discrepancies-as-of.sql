-- Which discrepancies were known on a day, in which state, and where is their evidence?
with last_event as (
  select discrepancy, max(event) as event
  from discrepancy_event
  where unit = :unit and as_of <= :as_of
  group by discrepancy
)
select
  discrepancy.discrepancy, discrepancy.key, discrepancy.kind, discrepancy.dossier, discrepancy.code, discrepancy.system,
  discrepancy.detail, discrepancy.place_from, discrepancy.place_to, discrepancy.verified, discrepancy.since,
  min(discrepancy.last_seen, :as_of) as last_seen, discrepancy_event.state,
  dossier.own, dossier.received_day, dossier.ended_day
from last_event
join discrepancy_event
  on discrepancy_event.unit = :unit and discrepancy_event.discrepancy = last_event.discrepancy and discrepancy_event.event = last_event.event
join discrepancy on discrepancy.unit = :unit and discrepancy.discrepancy = last_event.discrepancy
left join dossier on dossier.unit = :unit and dossier.dossier = discrepancy.dossier
order by discrepancy.discrepancy
