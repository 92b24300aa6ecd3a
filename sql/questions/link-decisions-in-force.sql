-- Which rows did a person say are which dossier's, and has not taken it back?
select link_decision.* from link_decision
where link_decision.unit = :unit and link_decision.kind = 'linked'
  and link_decision.decision = (
    select max(decision) from link_decision as last where last.unit = :unit and last.key = link_decision.key
  )
order by link_decision.decision
