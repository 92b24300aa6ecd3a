-- What did people decide about rows without a code, and what is each decision worth tonight?
select
  link_decision.key, link_decision.kind, code.code, link_decision.system, link_decision.why,
  link_decision.decided_by as "by", link_decision.decided_at as at,
  case
    when link_decision.kind = 'unlinked' then 'unlinked'
    when exists (
      select 1 from link_decision as later
      where later.unit = :unit and later.key = link_decision.key and later.decision > link_decision.decision
    ) then 'taken_back'
    when exists (
      select 1 from overruled where overruled.unit = :unit and overruled.decision = link_decision.decision
    ) then 'overruled'
    when exists (
      select 1 from link where link.unit = :unit and link.decision = link_decision.decision
    ) then 'applied'
    else 'waiting'
  end as state
from link_decision
join code on code.unit = link_decision.unit and code.dossier = link_decision.dossier
where link_decision.unit = :unit
order by link_decision.decision
