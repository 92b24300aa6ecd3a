-- Which files came on a night and are not used, since a file of an earlier night counts as newer?
with unused as (
  select sighting.path, file.system, coalesce(file.latest_event, file.stated_to) as until
  from sighting
  join file on file.unit = sighting.unit and file.file = sighting.file
  where sighting.unit = :unit and sighting.as_of = :as_of and sighting.state = 'loaded' and file.state = 'loaded'
    and not exists (
      select 1 from export_file where export_file.unit = file.unit and export_file.file = file.file
    )
),
used as (
  select export.system, export.window_from, export.window_to, export_file.file
  from export
  join export_file on export_file.unit = export.unit and export_file.export = export.export
  where export.unit = :unit and export.came < :as_of
)
select unused.path, max(sighting.path) as by
from unused
join used on used.system = unused.system and unused.until between used.window_from and used.window_to
cross join sighting indexed by sighting_of_file on sighting.unit = :unit and sighting.file = used.file
group by unused.path
order by unused.path
