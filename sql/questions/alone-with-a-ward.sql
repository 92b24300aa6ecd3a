-- Is nobody else in the middle of this ward's night? One alone writes in a file; on a server whoever comes second waits here.
select :unit as unit
