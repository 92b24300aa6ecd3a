import { need } from './en-config.ts'
import { dayText } from '../format.ts'
import { listed, quoted } from './pieces.ts'
import type { storeTrouble as vietnamese } from './vi-store.ts'

export const storeTrouble: typeof vietnamese = {
  database_missing: {
    sentence: (d) => `${d.database}: there is no database yet.`,
    hint: 'Put the exports into the inbox and run `doisoat nightly`.',
  },
  database_newer: {
    sentence: (d) => `${d.database}: the database is at step ${d.found}, this program knows steps up to ${d.known}.`,
    hint: 'Install the newer program.',
  },
  database_older: {
    sentence: (d) => `${d.database}: the database is that of an earlier version of the program.`,
    hint: 'Run `doisoat nightly`: it brings the database to this version.',
  },
  database_unreadable: {
    sentence: (d) => `${d.database}: the database cannot be opened (${d.cause}).`,
    hint: 'Check the path and the rights and run again. What was published still stands.',
  },
  database_damaged: {
    sentence: (d) =>
      `${d.database}: the database is damaged, or none of doisoat (${d.cause}); ${d.backup === null ? 'there is no backup' : `the newest backup is ${d.backup}`}.`,
    hint: 'Run `doisoat restore`: the newest good backup takes its place, and the damaged file is kept. Without a backup, rename the file and run `doisoat nightly`: every file in the inbox is read anew. What was published still stands.',
  },
  database_gone: {
    sentence: (d) => `${d.database}: the database is gone from here, and its backup is not: ${d.backup}.`,
    hint: 'Run `doisoat restore`. To begin anew, without what people decided, move the folder of backups away and run again.',
  },
  database_is_folder: {
    sentence: (d) => `${d.database}: this is a folder, the path of a file was expected.`,
    hint: 'Correct the key database of the configuration, or move that folder away.',
  },
  migration_failed: {
    sentence: (d) =>
      `${d.database}: the database could not be brought to this version (${d.cause}); it is as it was, and a copy from before is ${d.copy}.`,
    hint: 'Keep using the earlier program, and send this message to the developers.',
  },
  copy_damaged: {
    sentence: (d) =>
      `${d.database}: the copy does not pass its check (${d.cause}) and was not kept; the database itself is probably damaged.`,
    hint: 'Earlier backups are still there: `doisoat restore --dry-run` lists them and says what would be lost.',
  },
  backup_damaged: {
    sentence: (d) => `${d.file}: this is no good backup of doisoat (${d.cause}).`,
    hint: 'Choose another: `doisoat restore --dry-run` lists those that are there. The database has not been changed.',
  },
  backup_target: {
    sentence: (d) => `${d.file}: something else than a backup is there, and is not written over.`,
    hint: 'Choose another name for --to.',
  },
  purge_when: {
    sentence: () =>
      'purge: --before or --older-than is needed, not both; the configuration has no retention.years either.',
    hint: 'For example `doisoat purge --older-than 5`. Without --yes it only says what would go.',
  },
  purge_years: {
    sentence: (d) => `${d.option}: found ${quoted(d.found)}, ${need('years')} was expected.`,
    hint: 'Write the number of years in that manner and run again.',
  },
  purge_too_late: {
    sentence: (d) =>
      `${dayText(d.before)} is in a period that is still to come; the latest is ${dayText(d.latest)}, the first day of the current one.`,
    hint: 'Choose an earlier day.',
  },
  purge_unclosed: {
    sentence: (d) => `Periods before that day are not closed: ${listed(d.periods)}; their figures would be lost.`,
    hint: 'Close each with `doisoat close` and run again: closed figures stay.',
  },
  period_purged: {
    sentence: (d) =>
      `Period ${d.period} has days before ${dayText(d.before)}, and the dossiers of those have been purged.`,
    hint: 'The figures of months that were closed can still be seen: `doisoat figures --period 2024-02`.',
  },
  no_backup: {
    sentence: (d) => `${d.folder}: there is no good backup of this unit.`,
    hint: 'Name a backup that lies elsewhere: `doisoat restore FILE`. Without one, rename the damaged database and run `doisoat nightly`: every file in the inbox is read anew.',
  },
  database_read_only: {
    sentence: (d) => `${d.database}: the database can only be read.`,
    hint: 'Give the user of the program the right to write. What was published still stands.',
  },
  database_busy: {
    sentence: (d) => `${d.database}: another program is writing to the database.`,
    hint: 'Close that program and run again.',
  },
  server_password: {
    sentence: () => 'database: the password stands in the configuration, where whoever reads the file sees it.',
    hint: 'Take it out of the address; put it into the environment as PGPASSWORD, or name a variable in its place: postgres://doisoat_loader:${DOISOAT_PASSWORD}@server/doisoat.',
  },
  server_variable: {
    sentence: (d) => `database: the address uses the variable ${d.name} of the environment, which is not set.`,
    hint: 'Set it for whoever runs the program and run again.',
  },
  server_schema: {
    sentence: (d) =>
      `database: found the schema ${quoted(d.found)}, small letters, digits and underscores were expected.`,
    hint: 'Mend the schema in the address, or leave it out: then it is doisoat.',
  },
  server_driver: {
    sentence: (d) => `The package ${d.name} is not installed; it takes it to talk to a PostgreSQL server.`,
    hint: "Run `npm ci` in the program's folder.",
  },
  server_old: {
    sentence: (d) => `${d.database}: the server is PostgreSQL ${d.found}, version 14 or later is needed.`,
    hint: 'Ask who keeps the server to bring it to a newer version.',
  },
  server_unreachable: {
    sentence: (d) => `${d.database}: the server cannot be reached (${d.cause}).`,
    hint: "Look at the server's name, its port and the network, or wait until it has started, and run again. What was published still stands.",
  },
  server_gone: {
    sentence: (d) => `${d.database}: the server went away in the middle (${d.cause}).`,
    hint: 'Nothing is half written: when the server is back, give the same command again. What was published still stands.',
  },
  server_refused: {
    sentence: (d) => `${d.database}: the server lets nobody in by that name (${d.cause}).`,
    hint: 'Look at the user, the name of the database and the password in the environment.',
  },
  server_forbidden: {
    sentence: (d) => `${d.database}: this user may not do that on the server (${d.cause}).`,
    hint: 'Ask who keeps the server to run sql/postgres/roles.sql: doisoat_loader may write, doisoat_reader may only read.',
  },
  server_slow: {
    sentence: (d) => `${d.database}: a question took longer than it may, and the server stopped it.`,
    hint: 'Run again when the server is idle; if that does not help, give it more milliseconds in the address: ?statement_timeout=1800000.',
  },
  server_backs_up: {
    sentence: (d) =>
      `${d.database}: the database is on a server; to back it up and put it back is the business of who keeps the server.`,
    hint: 'Back up by pg_dump, or by pg_basebackup with archived WAL, and put back by pg_restore; `doisoat doctor` says whether the server archives its WAL. The landing folder has to be backed up besides.',
  },
}
