import { expect, test } from 'vitest'
import { type Chance, chanceOf } from '../recount/chance.ts'
import { saidOf } from '../recount/program.ts'
import { type File, type World, worldOf } from '../recount/world.ts'

const WORLDS = 20

test(
  'whatever is damaged, every line and every row of a taken file is accounted for',
  { timeout: 120_000 },
  async () => {
    const states = new Map<string, number>()
    const rejected: number[] = []
    for (let seed = 7000; seed < 7000 + WORLDS; seed++) {
      const world = damaged(worldOf(seed, 30))
      const { files, figures } = await saidOf(world)
      expect([seed, files.length]).toEqual([seed, world.nights.flatMap((night) => night.files).length])
      for (const { file, lines, rows, state, sha256 } of files) {
        states.set(state, (states.get(state) ?? 0) + 1)
        if (state !== 'loaded' && state !== 'seen_before') continue
        const { physical, preamble, header, blank, data, footer } = lines
        expect([seed, file, preamble + header + blank + data + footer]).toEqual([seed, file, physical])
        expect([seed, file, rows.loaded + rows.repeated + rows.rejected]).toEqual([seed, file, rows.read])
        expect([seed, file, physical]).toEqual([seed, file, linesIn(fileOf(world, file))])
        expect(sha256).toMatch(/^[0-9a-f]{64}$/)
        rejected.push(rows.rejected)
      }
      const ids = figures.flatMap(({ all }) => all.identities.filter(({ id }) => id.endsWith('_accounted_for')))
      expect(ids.filter(({ holds }) => holds !== true)).toEqual([])
    }
    // the damage is real, and most of it stays within the file that has it
    expect(states.get('loaded')).toBeGreaterThan(150)
    expect(states.get('refused')).toBeGreaterThan(10)
    expect(rejected.filter((count) => count > 0).length).toBeGreaterThan(10)
  },
)

function damaged(world: World): World {
  const chance = chanceOf(world.seed)
  const nights = world.nights.map(({ asOf, files }) => ({ asOf, files: files.map((file) => damage(file, chance)) }))
  return { ...world, nights }
}

type Damage = (bytes: Buffer, chance: Chance) => Buffer

function lined(change: (lines: Buffer[], chance: Chance) => Buffer[]): Damage {
  return (bytes, chance) => {
    const ends = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1)
    const lines = [0, ...ends].map((from, i) => bytes.subarray(from, ends[i] ?? bytes.length))
    return Buffer.concat(change(lines, chance))
  }
}

const damages: readonly Damage[] = [
  (bytes, chance) => bytes.subarray(0, chance.whole(1, bytes.length)),
  (bytes, chance) => spliced(bytes, chance, Buffer.from('"')),
  (bytes, chance) => spliced(bytes, chance, Buffer.from('\r\n')),
  (bytes, chance) => spliced(bytes, chance, Buffer.from(',;')),
  (bytes, chance) => spliced(bytes, chance, Buffer.from('99/99/2026')),
  lined((lines, chance) => lines.toSpliced(chance.whole(0, lines.length - 1), 1)),
  lined((lines, chance) => {
    const at = chance.whole(0, lines.length - 1)
    return [...lines.slice(0, at), lines[at]!, ...lines.slice(at)]
  }),
  lined((lines, chance) => [lines[0]!, ...chance.shuffled(lines.slice(1))]),
]

/** Half of the files; text of two bytes a letter is left as it is, where lines cannot be told by bytes. */
function damage(file: File, chance: Chance): File {
  if (file.system === 'botuphap-chungthuc' || !chance.is(0.5)) return file
  const bytes = chance.oneOf(damages)(Buffer.from(file.bytes), chance)
  return { ...file, bytes: new Uint8Array(bytes) }
}

function spliced(bytes: Buffer, chance: Chance, what: Buffer): Buffer {
  const at = chance.whole(Math.floor(bytes.length / 3), bytes.length)
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)])
}

function fileOf(world: World, path: string): File {
  return world.nights.flatMap(({ files }) => files).find((file) => file.path === path)!
}

/** Lines by their ends, one of `\n`, `\r\n` and a lone `\r`; a last one without an end is one too. */
function linesIn({ system, bytes }: File): number {
  const text = system === 'botuphap-chungthuc' ? new TextDecoder('utf-16le').decode(bytes) : Buffer.from(bytes).toString('latin1') // prettier-ignore
  const lines = text.split(/\r\n|\n|\r/)
  return lines.at(-1) === '' ? lines.length - 1 : lines.length
}
