-- Which dossiers do some exports list, on rows that can be read or not?
with listed as (
  select record.dossier
  from json_each(:exports) as wanted
  cross join record on record.unit = :unit and record.export = wanted.value
  union all
  select reject.code
  from json_each(:exports) as wanted
  cross join export_file on export_file.unit = :unit and export_file.export = wanted.value
  cross join reject not indexed on reject.unit = :unit and reject.file = export_file.file
)
select distinct dossier from listed
where +dossier is not null -- not looked for in the index of rejects by dossier
order by dossier
