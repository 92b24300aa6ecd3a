-- Up to which number have people acknowledged discrepancies, and decided about rows without a code?
select
  (select coalesce(max(acknowledgement), 0) from acknowledgement where unit = :unit) as acknowledgements,
  (select coalesce(max(decision), 0) from link_decision where unit = :unit) as links
