import { check } from './en-check.ts'
import { command, flag, help } from './en-command.ts'
import { decided, desk, undecidable } from './en-desk.ts'
import { doctor } from './en-doctor.ts'
import { form } from './en-form.ts'
import { figure } from './en-figure.ts'
import { kind } from './en-kind.ts'
import { fileReason, rejectReason } from './en-reading.ts'
import { unfillable } from './en-report.ts'
import { column, decisionState, detail, detailValue } from './en-list.ts'
import { keeping } from './en-keeping.ts'
import { message, progress } from './en-message.ts'
import { page } from './en-page.ts'
import { making } from './en-connector.ts'
import { terminal } from './en-terminal.ts'
import { trouble } from './en-trouble.ts'
import { city } from './en-city.ts'
import { expected } from './en-expected.ts'
import { settings } from './en-settings.ts'
import { setup } from './en-setup.ts'
import { plan } from './en-plan.ts'
import { standing } from './en-standing.ts'
import { verified } from './en-verified.ts'
import { why } from './en-why.ts'
import type { vi } from './vi.ts'

export const en: typeof vi = {
  command,
  flag,
  help,
  trouble,
  fileReason,
  rejectReason,
  kind,
  figure,
  statementLine: {
    portal: 'List of the national portal',
    unreadable_portal: 'On the portal, but its row cannot be read',
    routed_past_centre: 'Household business dossiers that bypassed the Centre',
    missing_at_centre: "Not in the Centre's book",
    missing_in_portal: 'In the book, not on the portal',
    centre_book: "The Centre's book",
    unexplained: 'Unexplained',
  },
  system: {
    dvcqg: 'National portal',
    'dvcqg-thanhtoan': 'Payments on the portal',
    trungtam: "The Centre's book",
    'botuphap-hotich': 'Civil status (Justice)',
    'botuphap-chungthuc': 'Certification (Justice)',
    'botaichinh-hkd': 'Household businesses (Finance)',
    'boyte-btxh': 'Social protection (Health)',
    'bonoivu-ncc': 'People of merit (Home Affairs)',
    'bonnmt-datdai': 'Land (Agriculture and Environment)',
    'boxaydung-gpxd': 'Building permits (Construction)',
    bocongthuong: 'Industry and Trade',
    bogddt: 'Education and Training',
    'bocongan-cutru': 'Residence (Public Security)',
    bovhttdl: 'Culture, Sports and Tourism',
  },
  state: {
    new: 'new',
    open: 'open',
    acknowledged: 'acknowledged',
    resolved: 'resolved',
    reopened: 'reopened',
  },
  status: {
    submitted: 'Submitted',
    not_accepted: 'Not accepted',
    received: 'Received',
    processing: 'In progress',
    supplement: 'Supplement asked for',
    financial: 'Financial obligation asked for',
    completed: 'Result ready',
    returned: 'Result handed over',
    refused: 'Refused',
    stopped: 'Stopped',
    withdrawn: 'Withdrawn',
  },
  fileState: {
    loaded: 'loaded',
    seen_before: 'seen before',
    refused: 'refused',
    unclaimed: "no system's",
    not_ready: 'not ready',
    retracted: 'retracted',
    purged: 'purged',
  },
  basis: { centre: "By the Centre's book", all: "All of the ward's dossiers" },
  unverified: 'not verified tonight',
  column,
  detail,
  detailValue,
  decisionState,
  outcome: { none: 'not received', open: 'pending', resolved: 'resolved', refused: 'refused', withdrawn: 'withdrawn' },
  channel: { online: 'online', counter: 'at the counter', post: 'by post' },
  yes: 'yes',
  no: 'no',
  identity: {
    received_by_time: 'Received = carried in + new',
    received_by_channel: 'Received = online + direct',
    resolved_by_outcome: 'Resolved = early + on time + overdue + refused + withdrawn',
    received_is_resolved_or_pending: 'Received = resolved + pending',
    pending_by_due_day: 'Pending = in time + overdue',
    carried_in_is_pending_before: 'Carried in = pending at the end of the period before (dossier by dossier)',
    fields_add_up: 'Sum over fields = the whole',
    systems_add_up: 'Sum over systems = the whole',
    months_add_up: 'Sum over months = the whole',
    days_add_up: 'Sum over days = the whole',
    lines_accounted_for: 'Lines of files = preamble + header + blank + data + footer',
    rows_accounted_for: 'Rows = loaded + repeated + rejected',
  },
  log: {
    load: (d) => `load: ${d.loaded} new files, ${d.seen} seen before, ${d.turned} not taken`,
    normalize: (d) =>
      `normalize: ${d.exports} exports in force, ${d.changed} changed; ${d.linked} rows linked without a code, ${d.unlinked} not`,
    reconcile: (d) => `reconcile: ${d.dossiers} dossiers, ${d.open} discrepancies open`,
    summarize: (d) => `summarize: period ${d.periods.join(', ')}`,
    publish: (d) => `publish: ${d.periods} periods`,
    backup: (d) => (d.file === null ? 'backup: the business of who keeps the PostgreSQL server' : `backup: ${d.file}`),
  },
  night: {
    heading: (id, from, to, asOf) => `Period ${id} (${from} – ${to}), as of the end of ${asOf}`,
    canary: (caught: number, tried: number) => `Faults tried in a copy: ${caught} of ${tried} were noticed.`,
    survivor: (mutation: string, where: string) =>
      `Not noticed: "${mutation}" in ${where}. Tell the developers, with this sentence.`,
    dryRun: 'This was a trial: nothing was kept.',
    written: (folder) => `The documents lie in ${folder}`,
    outranked: (path, by) =>
      `${path}: loaded and not used, since ${by}, of an earlier night, bears a later day. If the day in its name is wrong, rename the file and run again.`,
    laterNight: (asOf, later) =>
      `Note: the night of ${asOf} was run after that of ${later}, with all files loaded by now. Run \`doisoat nightly\` to bring the documents back to the latest night; what a past night knew is \`doisoat figures --as-of\`.`,
    broken: (identity) => `An identity does not hold: ${identity}. See \`doisoat figures\`.`,
  },
  terminal,
  why,
  check,
  desk,
  form,
  decided,
  expected,
  settings,
  verified,
  keeping,
  doctor,
  setup,
  making,
  plan,
  standing,
  city,
  undecidable,
  unfillable,
  page,
  message,
  progress,
}
