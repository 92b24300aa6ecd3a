-- Up to which day has personal data been taken away? Null where none has.
select max(before_day) as before from purge where unit = :unit
