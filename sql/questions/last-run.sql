-- Which is the last run of the ledger, of one command or of whatever command, that came to its end or not?
select * from run
where unit = :unit
  and (cast(:command as text) is null or command = :command)
  and (:ended = 0 or state in ('done', 'incomplete'))
order by run desc
limit 1
