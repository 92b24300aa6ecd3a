-- Which dossiers stand behind closed periods that end before a day? The figures of those stay.
delete from closed_dossier
where unit = :unit and exists (
  select 1 from closing
  where closing.unit = closed_dossier.unit and closing.period = closed_dossier.period
    and closing.closing = closed_dossier.closing and closing.to_day < :before
)
