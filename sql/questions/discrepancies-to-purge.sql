-- Which discrepancies are of dossiers that go, wholly or in part, or of nothing but files and windows that go?
select discrepancy.discrepancy, discrepancy.key
from discrepancy
where discrepancy.unit = :unit and (
  discrepancy.dossier in (select value from json_each(:dossiers))
  or (
    discrepancy.dossier is null
    and exists (
      select 1 from json_each(:spans) as span
      where discrepancy.place_from >= span.value ->> 'from' and discrepancy.place_to <= span.value ->> 'to'
    )
  )
  or (discrepancy.kind = 'late_change' and discrepancy.place_from < :before)
  or (
    discrepancy.dossier is null
    and exists (select 1 from discrepancy_source as source where source.unit = :unit and source.discrepancy = discrepancy.discrepancy)
    and not exists (
      select 1 from discrepancy_source as source
      where source.unit = :unit and source.discrepancy = discrepancy.discrepancy
        and source.file not in (select value from json_each(:files))
    )
  )
)
order by discrepancy.discrepancy
