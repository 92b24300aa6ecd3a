-- On which days may dossiers count otherwise than their months were stated?
insert into moved (unit, from_day, to_day) values (:unit, :from, :to) on conflict do nothing
