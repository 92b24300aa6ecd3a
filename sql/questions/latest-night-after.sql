-- As of which day was the latest night, where it was after this one?
select max(as_of) as as_of from run
where unit = :unit and as_of > :as_of and state in ('done', 'incomplete')
