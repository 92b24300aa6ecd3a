-- Which months are stated as they were on an earlier night? (A closed one is of the night on which it was published.)
update summary
set as_of = :as_of,
  document = iif(json_extract(document, '$.closed') is null, json_set(document, '$.asOf', :as_of), document)
where unit = :unit and period in (select value from json_each(:months))
