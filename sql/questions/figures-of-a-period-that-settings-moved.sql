-- Which figures of a period did other settings alone move, by the end of a night?
select moved_figure.as_of, moved_figure.basis, moved_figure.figure, moved_figure.before, moved_figure.after, settings_change.settings
from moved_figure
join settings_change
  on settings_change.unit = moved_figure.unit and settings_change.as_of = moved_figure.as_of
  and settings_change.change = moved_figure.change
where moved_figure.unit = :unit and moved_figure.period = :period and moved_figure.as_of <= :as_of
order by moved_figure.as_of, moved_figure.change, moved_figure.figure
