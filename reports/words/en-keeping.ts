import type { keeping as vietnamese } from './vi-keeping.ts'

export const keeping: typeof vietnamese = {
  notBackedUp: (why) => `The night is done and published, but the database could not be backed up: ${why}`,
  backedUp: (file, mebibytes) => `Backed the database up to ${file} (${mebibytes} MB), and checked it.`,
  reaches: (asOf) => (asOf === null ? 'No night is in it yet.' : `It reaches to the end of the night of ${asOf}.`),
  alsoKeep: 'A backup holds the database alone. Have these copied too, as other files are:',
  place: {
    landing: (path, files) => `${path}: ${files} files that were taken in; they never change, there are only more`,
    configuration: (path) => `${path}: the configuration`,
    inbox: (path) => `${path}: the inbox`,
    office: (path) => `${path}: a file of the office`,
  },
  copies: 'Copies that are there:',
  noCopies: 'There is no copy yet.',
  copyState: {
    good: 'good',
    damaged: 'damaged',
    newer: 'of a newer program',
    other_unit: 'of another unit',
  },
  copyOf: {
    night: 'after a night',
    migration: 'before an upgrade',
    replaced: 'replaced by a restoration',
  },
  head: { file: 'File', of: 'Copied', asOf: 'Up to the night', state: 'Check' },
  restored: (file, asOf) => `Put ${file} in the place of the database: up to the end of the night of ${asOf}.`,
  wouldRestore: (file, asOf) =>
    `Would put ${file} in the place of the database (up to the end of the night of ${asOf}); nothing has been changed.`,
  already: (file) => `The database is ${file} already; there is nothing to do.`,
  aside: (file) => `The database that was there is kept at ${file}; doisoat restore with that file takes this back.`,
  damagedBefore:
    'The database that was there cannot be read, so nobody knows what it held beyond the backup. Acknowledgements, links, closings and retractions made after that night have to be made again.',
  lostNights: (nights) =>
    `Nights after the backup: ${nights.join(', ')}. The next doisoat nightly makes them again from the files in the inbox.`,
  lostDecisions: 'Decisions after the backup have to be taken again:',
  lostAcknowledgements: (count) => `${count} acknowledgements of discrepancies`,
  lostLinks: (count) => `${count} links of dossiers`,
  lostPurges: 'The backup is from before a purge: what was taken away is there again, run doisoat purge once more.',
  gone: (count) =>
    `${count} files that were taken in after the backup lie in the inbox no longer; put them back there:`,
  missing: (count) =>
    `${count} files that the database has as taken in are not kept any more; copy that folder back from your backup of files:`,
  next: 'Next: run doisoat nightly.',
  purge: {
    wouldGo: (before) => `Personal data of dossiers that ended before ${before} would go, by whole windows:`,
    gone: (before) => `Personal data of dossiers that ended before ${before} is gone, by whole windows:`,
    nothing: '  There is no such window.',
    count: {
      files: (count) => `${count} exports`,
      rows: (count) => `${count} rows of dossiers`,
      payments: (count) => `${count} payments`,
      rejects: (count) => `${count} rows that could not be read`,
      dossiers: (count) => `${count} dossiers, wholly`,
      parts: (count) => `${count} dossiers that ended, of which a part is in a window that stays`,
      discrepancies: (count) => `${count} discrepancies with their history`,
      closedDossiers: (count) => `${count} dossiers behind the figures of closed periods; the figures stay`,
    },
    files: (kept, nights, copies) =>
      `${kept} kept files, ${nights} nightly documents, ${copies} copies of the database`,
    held: (days, codes, count) => `The window ${days} stays: ${count} dossiers are open, or ended later: ${codes}.`,
    backup: (file) => `A new backup, without that data: ${file}`,
    sayYes: 'Nothing has gone yet. Run again with --yes to take it away; it cannot be had back.',
    elsewhere: 'Files in the inbox and backups that lie elsewhere still hold that data: take them away yourself.',
    notCleared: (why) =>
      `The rows are gone, but files and copies beside the database are not all cleared away: ${why} Run the same command again.`,
  },
  noBackup: 'There is no backup yet.',
  serverBacksUp: 'Backup: the business of who keeps the PostgreSQL server.',
}
