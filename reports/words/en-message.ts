import type { message as vietnamese, progress as tienDo } from './vi-message.ts'

export const message: typeof vietnamese = {
  title: (unit, asOf) => `doisoat ${unit}, night of ${asOf}`,
  unchanged: (dossiers) => `nothing has changed; ${dossiers} dossiers to act on.`,
  failed: 'DID NOT COME TO ITS END.',
  part: {
    fresh: 'New',
    again: 'Back again',
    worse: 'Worse than last night',
    resolved: 'Resolved',
    incomplete: 'No file came, figures are incomplete',
    notTaken: 'Files not taken',
    broken: 'Identities that do not hold',
    missed: 'Could not be done',
  },
  some: (what, count) => `${what}: ${count}`,
  unknownSystem: 'of no known system',
  seeFiles: 'why: doisoat files',
  identity: (period, basis, name) => `period ${period}, ${basis}: ${name}`,
  notBackedUp: 'a backup of the database',
  laterNight: (later) =>
    `This night was run after the night of ${later}; run doisoat nightly again to come back to the newest one.`,
  page: (path) => `The night's page, in the folder of results: ${path}`,
  standing: (day) => `The documents of the night of ${day} still stand.`,
  noneStanding: 'No night has come to its end yet, so there are no documents.',
  standingUnknown: 'The database cannot be read, so it is not known of which night the documents are.',
  way: {
    file: 'the file of messages could not be written',
    smtp: 'the mail could not be sent',
    webhook: 'the webhook could not be told',
    heartbeat: 'the heartbeat could not be given',
  },
  untold: (way, to, why, attempts) =>
    `${way.replace(/^./, (letter) => letter.toUpperCase())} (${to}): ${why}${attempts > 1 ? `, after ${attempts} attempts` : ''}.`,
  why: {
    variable: (name) => `the environment variable ${name} is not there, or is no address`,
    status: (status) => `the server answered ${status}`,
    time: 'no answer in time',
    code: (code) => `error ${code}`,
  },
  notLogged: (why) => `This run has no log: ${why}`,
}

export const progress: typeof tienDo = {
  stage: {
    load: 'Load',
    normalize: 'Normalize',
    reconcile: 'Reconcile',
    summarize: 'Summarize',
    publish: 'Publish',
  },
  unit: {
    load: 'rows',
    normalize: 'exports',
    reconcile: 'dossiers',
    summarize: 'periods',
    publish: 'periods',
  },
  rate: (rows) => `${rows}/s`,
  secondsLeft: (seconds) => `about ${seconds} s left`,
  minutesLeft: (minutes) => `about ${minutes} min left`,
}
