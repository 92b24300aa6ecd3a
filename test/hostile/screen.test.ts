import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { main } from '../../pipeline/cli.ts'
import { inJson, onScreen } from '../../reports/screen.ts'
import { makeRoom } from '../support/ward.ts'
import { unprintable } from './checks.ts'

const signs = ['\u001b', '[', '1', 'm', '22m', '\u009b', '\r', '\n', '\t', '\0', '\u202e', '\u2069', '\u061c', 'đ', '"', '\\', ' '] // prettier-ignore
const cell = fc.string({ unit: fc.constantFrom(...signs), maxLength: 30 })

test('whatever a text holds, a screen gets nothing that it obeys, but for the bold of a table and whole line ends', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(onScreen(text, false).replaceAll('\r\n', '\n')).not.toMatch(unprintable)
      const bold = onScreen(text, true).replaceAll('\r\n', '\n')
      expect(bold.replaceAll('\u001b[1m', '').replaceAll('\u001b[22m', '')).not.toMatch(unprintable)
    }),
  )
  expect(onScreen('a\u001b[1mb\u001b[22m\u001b[2J\u009b1mc', true)).toBe('a\u001b[1mb\u001b[22m[2J1mc')
})

test('JSON says the same without them', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const written = inJson(JSON.stringify({ text }))
      expect(written).not.toMatch(unprintable)
      expect(JSON.parse(written)).toEqual({ text })
    }),
  )
})

test('a table that goes to another program has its cells to the letter; on a terminal it has not', async () => {
  const folder = makeRoom()
  writeFileSync(join(folder, 'x.csv'), `ten;so\n\u001b[2Ja;1\n${'chu;2\n'.repeat(50)}`)
  const tried = async (screen: boolean): Promise<string> => {
    let said = ''
    await main({
      arguments: ['connector', 'try', 'x.csv', '--csv'],
      env: {},
      cwd: folder,
      pid: 1,
      now: () => new Date(0),
      out: (text) => void (said += text),
      drained: async () => {},
      err: (text) => void (said += text),
      input: async () => Buffer.of(),
      colour: false,
      machine: { node: '24.21.0', platform: 'linux', zone: 'UTC', program: ['doisoat'] },
      wait: async () => {},
      screen,
    })
    return said
  }
  expect(await tried(false)).toContain('\u001b[2Ja,1')
  expect(await tried(true)).toContain('\r\n[2Ja,1\r\n')
})
