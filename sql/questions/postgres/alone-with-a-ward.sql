-- Is nobody else in the middle of this ward's night? It holds until the transaction ends, also where the connection of the ward's lock has died.
select pg_advisory_xact_lock(hashtext(current_schema() || ' night'), cast(:unit as int))
