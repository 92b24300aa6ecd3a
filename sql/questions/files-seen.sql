-- Which files were seen, what were they taken for, and do their lines add up? What was not taken is as it was found last.
select
  sighting.path, sighting.state as sighted, sighting.as_of, file.file, file.sha256, file.system, file.encoding, file.delimiter,
  file.physical_lines, file.preamble_lines, file.header_lines, file.blank_lines, file.data_lines, file.footer_lines,
  file.rows_read, file.rows_loaded, file.rows_repeated, file.rows_rejected, file.stated_total, file.state,
  case file.state
    when 'retracted' then (
      select json_object('id', 'retracted', 'by', retraction.decided_by, 'at', retraction.decided_at, 'why', retraction.why)
      from retraction
      where retraction.unit = :unit and retraction.file = file.file
      order by retraction.retraction desc limit 1
    )
    else coalesce(file.reason, sighting.reason)
  end as reason
from sighting
left join file on file.unit = sighting.unit and file.file = sighting.file
where sighting.unit = :unit and not (
  sighting.state in ('refused', 'unclaimed', 'not_ready') and exists (
    select 1 from sighting as later indexed by sighting_of_path
    where later.unit = :unit and later.path = sighting.path and later.file is not distinct from sighting.file and later.sighting > sighting.sighting
  )
)
order by sighting.sighting
