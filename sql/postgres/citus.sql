-- Spreads the tables of doisoat over the machines of a Citus cluster, each ward whole on one of them. For its keeper, once
-- the first night has made the tables, as their owner and with the schema on the search path:
--
--   psql -d doisoat -c 'create extension citus'
--   psql -d doisoat -c 'set search_path = doisoat' -f citus.sql
--
-- `unit` is the first column of every key, and the column by which tables are spread; all are placed as `file` is, so a
-- question about a ward meets one machine only, whatever it joins. The list of wards stands on every machine: it is small,
-- and an agency code is there once in all. Catalogue and calendar are files beside the program, and no tables. To run this
-- again after a newer program has added tables leaves those alone that are spread already.

select create_reference_table('unit') where not exists (select from pg_dist_partition where logicalrelid = 'unit'::regclass);
select create_reference_table('migrated') where not exists (select from pg_dist_partition where logicalrelid = 'migrated'::regclass);
select create_distributed_table('file', 'unit') where not exists (select from pg_dist_partition where logicalrelid = 'file'::regclass);

select create_distributed_table(name, 'unit', colocate_with => 'file')
from unnest(array[
  'acknowledgement',
  'change',
  'closed_dossier',
  'closing',
  'code',
  'discrepancy',
  'discrepancy_event',
  'discrepancy_source',
  'discrepancy_version',
  'dossier',
  'export',
  'export_file',
  'gone',
  'link',
  'link_decision',
  'listing',
  'made_with',
  'moved',
  'moved_discrepancy',
  'moved_figure',
  'once_listed',
  'overruled',
  'payment',
  'payment_row',
  'purge',
  'purged_dossier',
  'reconciled',
  'record',
  'reject',
  'retraction',
  'run',
  'settings_change',
  'sighting',
  'source_row',
  'summarized',
  'summary',
  'unmasking',
  'unmatched',
  'window_file',
  'word'
]) as spread (name)
where not exists (select from pg_dist_partition where logicalrelid = name::regclass);
