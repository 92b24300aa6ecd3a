-- Which figures did other settings alone move on a night?
select change, period, basis, figure, before, after
from moved_figure
where unit = :unit and as_of = :as_of
order by change, period, basis, figure
