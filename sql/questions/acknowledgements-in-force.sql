-- Which discrepancies are acknowledged as of a day: until a day that is not over, and not resolved by a run since then?
select acknowledgement.key, acknowledgement.until_day, acknowledgement.why, acknowledgement.decided_by, acknowledgement.decided_at
from acknowledgement
cross join discrepancy on discrepancy.unit = :unit and discrepancy.key = acknowledgement.key
where acknowledgement.unit = :unit
  and acknowledgement.acknowledgement = (
    select max(last.acknowledgement) from acknowledgement as last indexed by acknowledgement_of_key
    where last.unit = :unit and last.key = acknowledgement.key and last.as_of <= :as_of
  )
  and acknowledgement.decision = 'acknowledged' and acknowledgement.until_day > :as_of
  and not exists (
    select 1 from discrepancy_event
    where discrepancy_event.unit = :unit and discrepancy_event.discrepancy = discrepancy.discrepancy
      and discrepancy_event.state = 'resolved' and discrepancy_event.as_of <= :as_of
      and discrepancy_event.run > acknowledgement.run
  )
order by acknowledgement.key
