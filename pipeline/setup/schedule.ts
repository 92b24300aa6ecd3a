import { dirname, join } from 'node:path'
import { cronLine, type Job, shellWord, systemdUnits, taskXml, windowsWord } from '../../reports/setup/schedule.ts'
import type { Words } from '../../reports/words.ts'
import type { Config } from '../config/config.ts'
import { timeIn } from '../day.ts'
import { NIGHTLY_AT } from '../doctor/machine-checks.ts'
import { Trouble } from '../trouble.ts'
import type { World } from '../world.ts'

export const schedulers = ['cron', 'systemd', 'windows'] as const
export type Scheduler = (typeof schedulers)[number]

/** How a night is scheduled: files to be written, and the lines that a person copies. */
export type Schedule = {
  readonly scheduler: Scheduler
  readonly at: string // the time in Vietnam
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[]
  readonly lines: readonly string[]
}

/** The scheduler that a machine has, whatever else it may have. */
export function usualScheduler({ machine }: Pick<World, 'machine'>): Scheduler {
  return machine.platform === 'win32' ? 'windows' : 'cron'
}

/** Throws Trouble `schedule_path` where a path has signs that the scheduler takes for something else. */
export function scheduleOf(scheduler: Scheduler, config: Config, world: World, words: Words): Schedule {
  const job = jobOf(scheduler, config, world, words)
  const at = job.at.vietnam
  const folder = join(dirname(config.file), 'schedule')
  if (scheduler === 'cron') return { scheduler, at, files: [], lines: [cronLine(job)] }
  if (scheduler === 'windows') {
    const path = join(folder, `${job.name}.xml`)
    // the Task Scheduler reads what it writes itself: UTF-16 with its mark
    const content = Buffer.from(`\uFEFF${taskXml(job)}`, 'utf16le')
    return { scheduler, at, files: [{ path, content }], lines: [`schtasks /Create /TN ${job.name} /XML ${windowsWord(path)}`] } // prettier-ignore
  }
  const { service, timer } = systemdUnits(job)
  const files = [
    { path: join(folder, `${job.name}.service`), content: service },
    { path: join(folder, `${job.name}.timer`), content: timer },
  ]
  const copied = files.map(({ path }) => shellWord(path)).join(' ')
  return {
    scheduler,
    at,
    files,
    lines: [
      `sudo cp ${copied} /etc/systemd/system/`,
      'sudo systemctl daemon-reload',
      `sudo systemctl enable --now ${job.name}.timer`,
    ],
  }
}

function jobOf(scheduler: Scheduler, { file, unit }: Config, { machine, env, now }: World, { setup }: Words): Job {
  for (const path of [...machine.program, file]) refuseSigns(path, scheduler)
  return {
    name: `doisoat-${unit.agencyCode}`,
    description: setup.description(unit.name.replace(/\p{Cc}+/gu, ' ')),
    program: machine.program,
    config: file,
    user: /^[\w.@-]+$/.exec(env['USER'] ?? '')?.[0] ?? null,
    at: { vietnam: NIGHTLY_AT, machine: timeIn(machine.zone, NIGHTLY_AT, now()) },
  }
}

/** No scheduler has a way to write a line end; crons do not agree on what a backslash means. */
function refuseSigns(path: string, scheduler: Scheduler): void {
  const signs = path.match(scheduler === 'cron' ? /[\p{Cc}\\]/gu : /\p{Cc}/gu)
  if (signs !== null) throw new Trouble('schedule_path', { path, signs: [...new Set(signs.map(shown))] })
}

function shown(sign: string): string {
  return sign === '\\' ? sign : `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
