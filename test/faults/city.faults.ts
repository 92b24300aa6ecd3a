import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { watchSteps } from '../../pipeline/disk.ts'
import { bookRow, portalRow, type Told } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { months, openWard, type Ward } from '../support/ward.ts'
import type { Case } from './cases.ts'
import { again, calm, onCopy, sweep } from './sweep.ts'
import { ledgerOf } from './state.ts'

/** Two wards with one inbox and one database, before their first night. */
async function twoWards(): Promise<Ward> {
  const ward = openWard()
  const units = ['H24.131', 'H24.132'].map((agencyCode, at) => ({
    name: ['phường Hưng Đạo', 'xã An Hưng'][at],
    agencyCode,
    centreAccounts: [`tt.${agencyCode}`],
    householdBusinessAccounts: [],
  }))
  const shared = { city: 'thành phố Hải Phòng', database: './var/doisoat.db', periods: { override: months } }
  writeFileSync(join(ward.folder, 'doisoat.yaml'), stringify({ ...shared, units }))
  const before = [preamble(months['2026-02'].from, months['2026-02'].to)]
  for (const { agencyCode } of units) {
    const told: Partial<Told> = { code: `${agencyCode}-260204-0001`, account: `tt.${agencyCode}` }
    ward.put(`cong ${agencyCode}.csv`, exportOf('portal', [portalRow(told, { 'Cơ quan thực hiện': '' })], { before }))
    ward.put(`so ${agencyCode}.csv`, exportOf('book', [bookRow(told)], { before }))
  }
  return ward
}

/** A ward whose first night fails before it has a number in the database has the next one: then rows are numbered otherwise. */
function firstUnit({ database }: Ward): string | undefined {
  if (!existsSync(database)) return undefined
  const db = new Sqlite(database)
  try {
    return db.prepare<[], string>('select agency_code from unit order by unit limit 1').pluck().get()
  } finally {
    db.close()
  }
}

const night: Case = { name: 'a city’s night', given: ['nightly', '--as-of', '2026-02-13'], ward: twoWards }

test('a night of two wards, killed at every step, comes to the same when it is run again', async () => {
  const undisturbed = await calm(night)
  process.stdout.write(`${night.name}: ${undisturbed.steps.length} steps\n`)
  expect(await sweep(undisturbed, 'kill')).toEqual([])
})

test('a night of two wards, refused at a step, fails in one of them or says what it could not do, and comes to the same when it is run again', async () => {
  const undisturbed = await calm(night)
  const wrong: string[] = []
  for (let number = 1; number <= undisturbed.steps.length; number += 3) {
    const said = await onCopy(undisturbed, async (ward) => {
      let seen = 0
      watchSteps((step) => {
        if (++seen !== number) return
        step.half?.()
        throw Object.assign(new Error('EIO: a fault'), { code: 'EIO' })
      })
      const { code, err } = await ward.doisoat(...night.given)
      watchSteps(null)
      const told = code === 0 || code === 1 || code === 3 ? [] : [`exit ${code}: ${err}`]
      const running = ledgerOf(ward).filter((line) => line.endsWith(' running'))
      const isSwapped = firstUnit(ward) === 'H24.132'
      const other = await again(undisturbed, ward)
      return [...told, ...running, ...(isSwapped ? other.filter((what) => what.includes('out/')) : other)]
    })
    const { does, path } = undisturbed.steps[number - 1]!
    wrong.push(...said.map((what) => `step ${number} (${does} ${path.split('/').slice(-2).join('/')}): ${what}`))
  }
  expect(wrong).toEqual([])
})
