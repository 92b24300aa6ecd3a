-- Which numbers are free for the next file, sighting and rows?
select
  (select coalesce(max(file), 0) + 1 from file where unit = :unit) as file,
  (select coalesce(max(sighting), 0) + 1 from sighting where unit = :unit) as sighting,
  (select coalesce(max(row), 0) + 1 from source_row where unit = :unit) as source_row,
  (select coalesce(max(row), 0) + 1 from payment_row where unit = :unit) as payment_row
