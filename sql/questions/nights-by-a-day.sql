-- Which was the last night by a day, which the first of all, and which the latest?
select min(as_of) as first, max(as_of) filter (where as_of <= :day) as night, max(as_of) as latest
from run
where unit = :unit and state in ('done', 'incomplete')
