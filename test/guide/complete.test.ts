import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../pipeline/cli.ts'
import { quietWorld } from '../support/quiet-world.ts'
import { openWard } from '../support/ward.ts'
import { guides, textOf, wordsIn } from './blocks.ts'
import { missing } from './compare.ts'
import { notRun } from './not-run.ts'
import { all as shown, claimedBy, nameOf } from './scene.ts'
import { longScenes } from './scenes-long.ts'
import { scenes } from './scenes.ts'

test('whatever the guides show is run in a scene, or stands on the list of what cannot be, with the reason', () => {
  const claimed = new Set([...scenes, ...longScenes].flatMap(claimedBy))
  const left = shown.filter((each) => !claimed.has(each) && each.lang !== 'yaml')
  const isListed = ([pattern]: (typeof notRun)[number], { command, printed }: (typeof shown)[number]): boolean =>
    pattern.test(command ?? printed[0]!.trim())
  expect(left.filter((each) => !notRun.some((one) => isListed(one, each))).map((each) => `${each.file}:${each.line}: ${nameOf(each)}`)).toEqual([]) // prettier-ignore
  expect(notRun.filter((one) => !left.some((each) => isListed(one, each))).map(([pattern]) => String(pattern))).toEqual([]) // prettier-ignore
})

test('every npm script that a guide names is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { scripts: object } // prettier-ignore
  const named = guides.flatMap((file) => [...textOf(file).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('every configuration that a guide shows is one', async () => {
  const blocks = shown.filter(({ lang }) => lang === 'yaml').map(({ printed }) => printed.join('\n'))
  const [unit, ...others] = blocks
  expect(others.length).toBeGreaterThan(2)
  for (const block of others) {
    const ward = openWard()
    writeFileSync(
      join(ward.folder, 'doisoat.yaml'),
      block.startsWith('city:') ? unit! : `${without(unit!, block)}\n${block}\n`,
    )
    writeFileSync(join(ward.folder, 'thanh-pho.yaml'), block)
    const asked = block.startsWith('city:')
      ? ['city', '--config', 'thanh-pho.yaml', '--period', '2026-02']
      : ['init', '--schedule', 'cron']
    expect((await ward.doisoat(...asked)).err).not.toMatch(/\.yaml:\d+:\d+: /)
  }
})

test('every command that a guide names within a sentence is one, with the options that it names', async () => {
  const named = guides.flatMap((file) =>
    [...textOf(file).matchAll(/`(?:bin\/)?doisoat ([a-z][^`\n]*)`/g)].map(([, words]) => wordsIn(words!)),
  )
  expect(named.length).toBeGreaterThan(40)
  const wrong: string[] = []
  for (const words of named) {
    const help = await helpOf(words)
    const options = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.split('=')[0]!)
    const unknown = options.filter((option) => !help.includes(option) && !/^--(no-)?(lang|help)$/.test(option))
    if (help === '' || unknown.length > 0) wrong.push(`${words.join(' ')}: ${unknown.join(', ')}`)
  }
  expect(wrong).toEqual([])
})

/** The help of the command at the beginning of some words, and of the one that it stands for; none where there is none. */
async function helpOf(words: readonly string[]): Promise<string> {
  const [first, second] = words.map((word) => word.split('|')[0]!)
  const given = [[first!, second ?? ''], [first!, 'list'], [first!]].map((names) => names.filter((name) => /^[a-z]+$/.test(name))) // prettier-ignore
  const helps = await Promise.all(given.map(helpPage))
  return helps.join('')
}

async function helpPage(names: readonly string[]): Promise<string> {
  let help = ''
  const code = await main(quietWorld('/', [...names, '--help'], { out: (text) => void (help += text) }))
  return code === 0 ? help : ''
}

test.each([
  [['a', 'c'], ['c']],
  [['a', '…', 'c'], []],
  [['a …', 'b'], []],
  [['a', 'b', '…', 'a'], ['a']],
])('of %j, %j is missing in what is printed', (lines, expected) => {
  expect(missing(lines, ['a and more'.slice(0, lines[0]!.endsWith('…') ? 10 : 1), 'b', 'c'])).toEqual(expected)
})

/** A configuration without what another one says. */
function without(configuration: string, other: string): string {
  const keys = new Set([...other.matchAll(/^(\w+):/gm)].map(([, key]) => key))
  return configuration.split('\n').filter((line) => !keys.has(line.split(':')[0])).join('\n') // prettier-ignore
}
