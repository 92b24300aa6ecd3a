-- Which rows without a code were matched with which dossiers, and how?
select
  record.dossier, record.export, record.row,
  record.linked || coalesce(' ' || link.tier || ' ' || link.met || ' ' || coalesce(cast(link.decision as text), ''), '') as said
from record indexed by record_that_was_matched
left join link on link.unit = record.unit and link.export = record.export and link.row = record.row
where record.unit = :unit and record.linked > 0
order by record.dossier, record.export, record.row
