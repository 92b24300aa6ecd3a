-- A change says whose list it was in and for which window: when a wider export covers that one, its number goes.
alter table change add column system text;
alter table change add column window_from text;

update change set (system, window_from) = (
  select export.system, export.window_from from export where export.unit = change.unit and export.export = change.export
);
