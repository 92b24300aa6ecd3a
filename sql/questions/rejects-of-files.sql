-- Which rows could not be read, and why?
select sighting.path as file, reject.line, file.system, code.code, reject.column_name as "column", reject.reason, reject.value
from reject
join file on file.unit = reject.unit and file.file = reject.file
join sighting on sighting.unit = :unit and sighting.sighting = (
  select last.sighting from sighting as last
  where last.unit = :unit and last.file = reject.file
  order by last.sighting desc limit 1
)
left join code on code.unit = reject.unit and code.dossier = reject.code
where reject.unit = :unit and file.state not in ('retracted', 'purged')
order by sighting.path, reject.line
