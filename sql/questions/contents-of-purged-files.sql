-- Which contents were taken away, and are needed by no other ward of the database?
select purged.sha256
from file as purged
where purged.unit = :unit and purged.state = 'purged' and not exists (
  select 1 from file as other where other.sha256 = purged.sha256 and other.unit <> purged.unit and other.state <> 'purged'
)
order by purged.file
