-- Which runs of which wards does a database have in its ledger?
select unit.agency_code as agency, run.run, run.command, run.as_of as "asOf", run.state
from run
join unit on unit.unit = run.unit
order by run.unit, run.run;
