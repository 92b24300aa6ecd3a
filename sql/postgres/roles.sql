-- The least rights that doisoat needs on a PostgreSQL server (14 or later), for its keeper to give, in the database that is
-- meant:
--
--   createdb doisoat
--   psql -d doisoat -f roles.sql
--   psql -d doisoat -c '\password doisoat_loader' -c '\password doisoat_reader'
--
-- doisoat_loader runs nights and takes decisions down: the schema doisoat is its own, with the tables that it makes there,
-- and nothing else of the server is. doisoat_reader asks, and changes nothing. Both may make temporary tables, in which a
-- past night is worked out again. To run this again changes nothing.

do $$
begin
  if not exists (select from pg_roles where rolname = 'doisoat_loader') then
    create role doisoat_loader login nosuperuser nocreatedb nocreaterole noreplication;
  end if;
  if not exists (select from pg_roles where rolname = 'doisoat_reader') then
    create role doisoat_reader login nosuperuser nocreatedb nocreaterole noreplication;
    alter role doisoat_reader set default_transaction_read_only = on;
  end if;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, temporary on database %I to doisoat_loader, doisoat_reader', current_database());
end
$$;

revoke create on schema public from public;
create schema if not exists doisoat;
grant doisoat_loader to current_user; -- whoever gives a schema away has to be of the role that gets it
alter schema doisoat owner to doisoat_loader;
revoke all on schema doisoat from public;
grant usage on schema doisoat to doisoat_reader;

grant select on all tables in schema doisoat to doisoat_reader;
alter default privileges for role doisoat_loader in schema doisoat grant select on tables to doisoat_reader;
revoke doisoat_loader from current_user;
