import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { copyOf, makeRoom, type Ward } from '../support/ward.ts'
import { cases, firstNight, largeNight } from './cases.ts'
import { again, calm, sweepPages } from './sweep.ts'

const mounted: string[] = []

afterAll(() => mounted.forEach((folder) => execFileSync('umount', [folder])))

test.each([...cases, largeNight])(
  '$name, in a database that may not grow, comes to the same when it may',
  async (each) => {
    const undisturbed = await calm({ ...each, ward: async () => packed(await each.ward()) })
    const needed = copyOf(undisturbed.before)
    await needed.doisoat(...each.given)
    const [from, to] = [pagesOf(undisturbed.before), pagesOf(needed)]
    process.stdout.write(`${each.name}: from ${from} pages to ${to}\n`)
    expect(await sweepPages(undisturbed, from, to)).toEqual([])
  },
)

const mayFill = mayMount()
if (!mayFill) process.stdout.write('LEFT OUT: this user may not mount a tmpfs, so no real disk was filled\n')

test.runIf(mayFill)('a night on a disk that is full, for real, comes to the same when there is room', async () => {
  const undisturbed = await calm(firstNight)
  const wrong: string[] = []
  for (let room = 0, enough = false; !enough; room += 16) {
    const ward = onSmallDisk(undisturbed.before, room)
    const { code, err } = await ward.doisoat(...undisturbed.given, '--lang', 'en')
    const full = code === 3 && /the disk is full|cannot be written|cannot be opened/.test(err) && !/\n\s+at /.test(err)
    enough = code === undisturbed.code
    const said = full || enough ? [] : [`exit ${code}: ${err}`]
    makeRoomAgain(ward)
    wrong.push(...[...said, ...(await again(undisturbed, ward))].map((what) => `${room} KiB free: ${what}`))
    execFileSync('umount', [mounted.pop()!])
    if (enough) process.stdout.write(`the first night needs ${room} KiB; it was tried with less, 16 KiB at a time\n`)
  }
  expect(wrong).toEqual([])
})

/** A ward whose folder is a small disk with so many KiB free. */
function onSmallDisk(of: Ward, room: number): Ward {
  const ward = copyOf(of)
  mount(ward.folder, 8)
  cpSync(of.folder, ward.folder, { recursive: true, preserveTimestamps: true })
  const { bavail, bsize } = statfsSync(ward.folder)
  writeFileSync(join(ward.folder, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - room * 1024)))
  return ward
}

function makeRoomAgain({ folder }: Ward): void {
  execFileSync('rm', [join(folder, 'ballast')])
}

function mount(folder: string, mebibytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  mounted.push(folder)
}

function mayMount(): boolean {
  try {
    mount(makeRoom(), 1)
    execFileSync('umount', [mounted.pop()!])
    return true
  } catch {
    return false
  }
}

/** Without the room that a database has in its pages, so that it must grow. */
function packed(ward: Ward): Ward {
  if (!existsSync(ward.database)) return ward
  const db = new Sqlite(ward.database)
  db.exec('vacuum')
  db.close()
  return ward
}

function pagesOf({ database }: Ward): number {
  try {
    const db = new Sqlite(database, { fileMustExist: true })
    const pages = Number(db.pragma('page_count', { simple: true }))
    db.close()
    return pages
  } catch {
    return 1
  }
}
