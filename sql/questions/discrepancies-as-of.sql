-- Which discrepancies were known on a day, in which state, what was said of them, and where is their evidence?
with last_event as (
  select discrepancy, max(event) as event
  from discrepancy_event
  where unit = :unit and as_of <= :as_of
  group by discrepancy
),
last_version as (
  select discrepancy, max(as_of) as as_of
  from discrepancy_version
  where unit = :unit and as_of <= :as_of
  group by discrepancy
)
select
  discrepancy.discrepancy, discrepancy.key, discrepancy.kind, discrepancy.dossier, discrepancy.code, discrepancy.system,
  discrepancy_version.detail, discrepancy_version.place_from, discrepancy_version.place_to, discrepancy_version.verified, discrepancy.since,
  case
    when discrepancy_version.verified = 1 and discrepancy_event.state <> 'resolved' then min(discrepancy.last_seen, :as_of)
    else min(discrepancy_version.last_seen, :as_of)
  end as last_seen,
  discrepancy_event.state, dossier.own, dossier.received_day, dossier.ended_day
from last_event
join discrepancy_event
  on discrepancy_event.unit = :unit and discrepancy_event.discrepancy = last_event.discrepancy and discrepancy_event.event = last_event.event
join last_version on last_version.discrepancy = last_event.discrepancy
join discrepancy_version
  on discrepancy_version.unit = :unit and discrepancy_version.discrepancy = last_version.discrepancy and discrepancy_version.as_of = last_version.as_of
join discrepancy on discrepancy.unit = :unit and discrepancy.discrepancy = last_event.discrepancy
left join dossier on dossier.unit = :unit and dossier.dossier = discrepancy.dossier
order by discrepancy.discrepancy
