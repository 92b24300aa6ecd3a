/** A nightly run as a scheduler has to know it; every path is absolute. */
export type Job = {
  readonly name: string // of units and tasks: letters, digits, dots, hyphens
  readonly description: string
  readonly program: readonly string[] // the words in front of the command
  readonly config: string
  readonly user: string | null // who runs it, where the scheduler has to be told
  readonly at: { readonly vietnam: string; readonly machine: string } // `01:30`
}

const zone = 'Asia/Ho_Chi_Minh'

function wordsOf({ program, config }: Pick<Job, 'program' | 'config'>): string[] {
  return [...program, 'nightly', '--quiet', '--config', config]
}

/**
 * The line of a crontab: cron has hardly a PATH and goes by the machine's clock, so paths are whole and the time is the
 * machine's. The words are quoted for sh; what cron itself takes for an end of line, `%`, is escaped for cron.
 */
export function cronLine(job: Job): string {
  const [hours, minutes] = job.at.machine.split(':').map(Number)
  return `${minutes} ${hours} * * * ${wordsOf(job).map(shellWord).join(' ').replaceAll('%', '\\%')}`
}

/** A word for sh: as it stands, or in single quotes. A quote within is put into the other kind: cron looks at backslashes. */
export function shellWord(text: string): string {
  return /^[\w@+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`
}

/** A service and the timer that starts it. A night that was slept through is made up for at once. */
export function systemdUnits(job: Job): { readonly service: string; readonly timer: string } {
  const description = `Description=${job.description.replaceAll('%', '%%')}`
  const service = [
    '[Unit]',
    description,
    '',
    '[Service]',
    'Type=oneshot',
    ...(job.user === null ? [] : [`User=${job.user}`]),
    'UMask=0077',
    'Nice=10',
    // by sh: the first word of a command line is quoted otherwise than the rest, and a folder may be mounted without exec
    `ExecStart=/bin/sh ${wordsOf(job).map(systemdWord).join(' ')}`,
  ]
  const timer = [
    '[Unit]',
    description,
    '',
    '[Timer]',
    `OnCalendar=*-*-* ${job.at.vietnam}:00 ${zone}`,
    'Persistent=true',
    '',
    '[Install]',
    'WantedBy=timers.target',
  ]
  return { service: `${service.join('\n')}\n`, timer: `${timer.join('\n')}\n` }
}

/** A word of ExecStart: systemd looks for its own signs in quotes too. */
function systemdWord(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')
  return /^[\w@+=:,./-]+$/.test(text) ? text : `"${escaped}"`
}

/** A task for the Windows Task Scheduler, as `schtasks /Create /XML` takes it. A night that was slept through is made up for. */
export function taskXml(job: Job): string {
  const [command = '', ...rest] = wordsOf(job)
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>${xmlText(job.description)}</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T${job.at.vietnam}:00+07:00</StartBoundary>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT6H</ExecutionTimeLimit>
  </Settings>
  <Actions>
    <Exec>
      <Command>${xmlText(command)}</Command>
      <Arguments>${xmlText(rest.map(windowsWord).join(' '))}</Arguments>
    </Exec>
  </Actions>
</Task>
`.replaceAll('\n', '\r\n')
}

/** A word of a command line as Windows programs take it apart: backslashes count only before a quote. */
export function windowsWord(text: string): string {
  if (/^[^\s"]+$/.test(text)) return text
  return `"${text.split('"').map(doubledAtEnd).join('\\"')}"`
}

/** Backslashes before a quote, our own at the end too, stand for half as many. */
function doubledAtEnd(text: string): string {
  let end = text.length
  while (text[end - 1] === '\\') end--
  return text + text.slice(end)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!)
}
