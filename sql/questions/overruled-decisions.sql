-- Which decisions of a person do the exports contradict, and with which code?
select
  link_decision.decision, link_decision.key, link_decision.system, link_decision.own_number, link_decision.received_day,
  link_decision.as_of, said.code as said, has.code as has
from overruled
join link_decision on link_decision.unit = overruled.unit and link_decision.decision = overruled.decision
join code as said on said.unit = overruled.unit and said.dossier = link_decision.dossier
join code as has on has.unit = overruled.unit and has.dossier = overruled.dossier
where overruled.unit = :unit
order by link_decision.decision, has.code
