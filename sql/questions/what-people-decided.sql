-- What have people decided so far that changes what is linked, in force or left?
select
  (select max(decision) from link_decision where unit = :unit) as links,
  (select max(retraction) from retraction where unit = :unit) as retractions,
  (select max(purge) from purge where unit = :unit) as purges
