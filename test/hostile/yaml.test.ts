import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWard } from '../support/ward.ts'
import { onScreen } from './checks.ts'

const laughs = Array.from({ length: 12 }, (_, at) => `l${at}: &l${at} [${at === 0 ? 'x' : Array.from({ length: 10 }, () => `*l${at - 1}`).join(', ')}]`).join('\n') // prettier-ignore

test.each([
  ['aliases that unfold to a billion', laughs],
  ['an alias to itself', 'unit: &a { name: *a }'],
  ['a merge of a merge', 'a: &a { <<: *a }\nunit: { <<: *a }'],
  ['a hundred thousand brackets', '['.repeat(100_000)],
  ['a hundred thousand groups', Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ['a tag of JavaScript', 'unit: !!js/function "function () { return process.exit(0) }"'],
  ['a prototype', 'unit: { name: x }\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }'],
  ['a prototype in the unit', 'unit: { __proto__: { name: x }, city: x }'],
  ['escape sequences', 'unit: "\\e[2J"\n"\\e[31mx": 1\n\u001b[2Jx: 1'],
  ['a megabyte of a key', `${'k'.repeat(1_000_000)}: 1`],
  ['no YAML', '\0\u0001\u0002'],
  ['a list', '- 1'],
])('%s in the configuration: refused in a sentence', async (_, text) => {
  const ward = openWard()
  writeFileSync(join(ward.folder, 'doisoat.yaml'), text)
  writeFileSync(join(ward.folder, 'thanh-pho.yaml'), text)
  for (const given of [['nightly'], ['city', '--config', 'thanh-pho.yaml']]) {
    const { code, out, err } = await ward.doisoat(...given)
    expect([code, out, onScreen(err)]).toEqual([2, '', []])
    expect(err.length).toBeLessThan(2_000)
  }
  expect(({} as { polluted?: true }).polluted).toBeUndefined()
})
