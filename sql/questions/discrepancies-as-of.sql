-- Which discrepancies were known on a day, in which state, what was said of them, and where is their evidence?
select
  discrepancy.discrepancy, discrepancy.key, discrepancy.kind, discrepancy.dossier, discrepancy.code, discrepancy.system,
  discrepancy_version.detail, discrepancy_version.place_from, discrepancy_version.place_to, discrepancy_version.verified, discrepancy.since,
  case
    when discrepancy_version.verified = 1 and discrepancy_event.state <> 'resolved' then min(discrepancy.last_seen, :as_of)
    else min(discrepancy_version.last_seen, :as_of)
  end as last_seen,
  discrepancy_event.state, dossier.own, dossier.received_day, dossier.ended_day
from discrepancy
cross join discrepancy_event on discrepancy_event.unit = :unit and discrepancy_event.discrepancy = discrepancy.discrepancy
  and discrepancy_event.event = (
    select max(last.event) from discrepancy_event as last
    where last.unit = :unit and last.discrepancy = discrepancy.discrepancy and last.as_of <= :as_of
  )
cross join discrepancy_version on discrepancy_version.unit = :unit and discrepancy_version.discrepancy = discrepancy.discrepancy
  and discrepancy_version.as_of = (
    select max(last.as_of) from discrepancy_version as last
    where last.unit = :unit and last.discrepancy = discrepancy.discrepancy and last.as_of <= :as_of
  )
left join dossier on dossier.unit = :unit and dossier.dossier = discrepancy.dossier
where discrepancy.unit = :unit
order by discrepancy.discrepancy
