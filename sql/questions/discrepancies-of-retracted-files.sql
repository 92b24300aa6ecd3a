-- Which discrepancies have no other evidence than lines of files that were taken back?
select discrepancy_source.discrepancy
from discrepancy_source
join file on file.unit = discrepancy_source.unit and file.file = discrepancy_source.file
where discrepancy_source.unit = :unit
group by discrepancy_source.discrepancy
having count(*) = count(*) filter (where file.state = 'retracted')
