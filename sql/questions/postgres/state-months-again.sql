-- Which months are stated as they were on an earlier night? (A closed one is of the night on which it was published.)
update summary
set as_of = :as_of,
  document = case
    when cast(document as json) -> 'closed' is null
    then regexp_replace(document, '"asOf":"[^"]*"', '"asOf":"' || cast(:as_of as text) || '"')
    else document
  end
where unit = :unit and period in (select value from json_each(:months))
