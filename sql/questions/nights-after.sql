-- How many nights came to their end that were for a later day than this one?
select count(distinct run.as_of) as nights
from run
where run.unit = :unit and run.command = 'nightly' and run.state in ('done', 'incomplete') and run.as_of > :as_of
