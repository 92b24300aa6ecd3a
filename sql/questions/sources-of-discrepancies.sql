-- On which lines of which files does the evidence of each discrepancy stand, as far as it was known on a night?
with said as (
  select discrepancy.discrepancy, discrepancy_version.sources
  from discrepancy
  cross join discrepancy_version on discrepancy_version.unit = :unit and discrepancy_version.discrepancy = discrepancy.discrepancy
    and discrepancy_version.as_of = (
      select max(last.as_of) from discrepancy_version as last
      where last.unit = :unit and last.discrepancy = discrepancy.discrepancy and last.as_of <= :as_of
    )
  where discrepancy.unit = :unit and discrepancy_version.sources is not null
),
evidence as (
  select said.discrepancy, cast(line.value ->> 0 as bigint) as file, cast(line.value ->> 1 as bigint) as line
  from said
  cross join json_each(said.sources) as line
  union all
  select discrepancy, file, line from discrepancy_source
  where unit = :unit and discrepancy not in (select discrepancy from said)
)
select evidence.discrepancy, sighting.path as file, evidence.line
from evidence
cross join sighting on sighting.unit = :unit and sighting.sighting = (
  select max(last.sighting) from sighting as last where last.unit = :unit and last.file = evidence.file
)
order by evidence.discrepancy, sighting.path, evidence.line
