-- Which rows could not be read, and why?
with path_of_file as (
  select file, max(sighting) as sighting from sighting where unit = :unit group by file
)
select sighting.path as file, reject.line, file.system, code.code, reject.column_name as "column", reject.reason, reject.value
from reject
join file on file.unit = reject.unit and file.file = reject.file
join path_of_file on path_of_file.file = reject.file
join sighting on sighting.unit = :unit and sighting.sighting = path_of_file.sighting
left join code on code.unit = reject.unit and code.dossier = reject.code
where reject.unit = :unit and file.state not in ('retracted', 'purged')
order by sighting.path, reject.line
