-- On which lines of which files does the evidence of each discrepancy stand?
with path_of_file as (
  select file, max(sighting) as sighting from sighting where unit = :unit group by file
)
select discrepancy_source.discrepancy, sighting.path as file, discrepancy_source.line
from discrepancy_source
join path_of_file on path_of_file.file = discrepancy_source.file
join sighting on sighting.unit = :unit and sighting.sighting = path_of_file.sighting
where discrepancy_source.unit = :unit
order by discrepancy_source.discrepancy, sighting.path, discrepancy_source.line
