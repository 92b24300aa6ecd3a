-- Where a night no longer raises a discrepancy, the lines of the last one that did: later nights may raise it on others.
alter table discrepancy_version add column sources text; -- [[file, line], …]; null: as the night itself raises it

update discrepancy_version set sources = (
  select json_group_array(json_array(file, line))
  from (
    select file, line from discrepancy_source as source
    where source.unit = discrepancy_version.unit and source.discrepancy = discrepancy_version.discrepancy
    order by file, line
  ) as lines
)
where exists (
  select 1 from discrepancy
  where discrepancy.unit = discrepancy_version.unit and discrepancy.discrepancy = discrepancy_version.discrepancy
    and (discrepancy.state = 'resolved' or discrepancy.verified = 0)
)
and as_of = (
  select max(last.as_of) from discrepancy_version as last
  where last.unit = discrepancy_version.unit and last.discrepancy = discrepancy_version.discrepancy
);
