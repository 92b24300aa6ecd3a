-- Which files that are in no figure were met last before a day?
select file.file
from file
join sighting on sighting.unit = file.unit and sighting.file = file.file
where file.unit = :unit and file.state in ('refused', 'unclaimed', 'retracted')
group by file.file
having max(sighting.met) < :before
order by file.file
