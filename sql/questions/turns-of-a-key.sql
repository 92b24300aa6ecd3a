-- On which nights did the state of a discrepancy turn?
select discrepancy_event.as_of as "asOf", discrepancy_event.state
from discrepancy
join discrepancy_event on discrepancy_event.unit = discrepancy.unit and discrepancy_event.discrepancy = discrepancy.discrepancy
where discrepancy.unit = :unit and discrepancy.key = :key
order by discrepancy_event.event
