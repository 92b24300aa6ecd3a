-- How were the rows without a code matched, and who said so where a person did?
select link.export, link.row, link.tier, link.met, link_decision.decided_by, link_decision.why
from link
left join link_decision on link_decision.unit = link.unit and link_decision.decision = link.decision
where link.unit = :unit
