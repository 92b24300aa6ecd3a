import { type Chance, chanceOf } from './chance.ts'
import { dayIn, plus } from './days.ts'
import { layouts, ministries } from './layouts.ts'
import { anyLife, businessAccount, centreAccounts, type Life, type List, paid, type Span, type Told, toldBy } from './lives.ts' // prettier-ignore
import { type Planted, plants } from './plants.ts'
import { type Manner, written } from './write.ts'

export type Period = Span & { readonly id: string }
export type File = { readonly path: string; readonly system: string; readonly bytes: Uint8Array }

/** What one night finds new in the inbox; the files of the nights before stay where they are. */
export type Night = { readonly asOf: string; readonly files: readonly File[] }

/** A ward's months as they really were, written down in exports, and what is wrong in them by construction. */
export type World = {
  readonly seed: number
  readonly dossiers: number
  readonly config: { readonly periods: object; readonly expectedSystems: readonly string[] }
  readonly periods: readonly Period[] // those that the nights tell of, the first one first
  readonly nights: readonly Night[]
  readonly planted: readonly Planted[]
}

type Drop = Span & { readonly folder: string; readonly night: number; readonly silent: ReadonlySet<string> }

/** `largest` shrinks a world: the first so many dossiers of the same one. In two `parts` each export is two files. */
export function worldOf(seed: number, largest = 150, parts: 1 | 2 = 1): World {
  const chance = chanceOf(seed)
  const months = monthsOf(chance)
  const shape = chance.oneOf(['one', 'one', 'cut', 'two', 'two at once', 'again', 'again'] as const)
  const periods = shape.startsWith('two') ? months.periods : months.periods.slice(0, 1)
  const drops = dropsOf(chance, shape, periods)
  const span = { from: drops[0]!.from, to: drops.at(-1)!.to }
  const wanted = chance.oneOf([0, 1, 4, chance.whole(5, 40), chance.whole(20, 60), chance.whole(60, 150)])
  const lives: Life[] = []
  const planted: Planted[] = []
  const thickness = chance.oneOf([0, 0.1, 0.3, 0.6])
  for (let number = 0; number < Math.min(wanted, largest); number++) {
    const own = chanceOf(seed * 1000 + number) // so that a smaller world has the same dossiers
    const life = anyLife(own, number, span)
    lives.push(life)
    if (isUnseen(life, drops)) Object.assign(life, { ended: null, handed: null })
    if (own.is(thickness)) planted.push(...plant(own, life, span))
    if (!life.isPlanted && own.is(0.03)) lives.push(twinOf(own, life))
  }
  const nights = nightsOf(chance, drops, lives, parts)
  return { seed, dossiers: lives.length, config: months.config(chance), periods, nights, planted }
}

/** Whether it ends on a day between two windows, so that no list ever says so. */
function isUnseen({ ended }: Life, drops: readonly Drop[]): boolean {
  if (ended === null || dayIn(ended) > drops.at(-1)!.to) return false
  return drops.every(({ from, to }) => dayIn(ended) < from || dayIn(ended) > to)
}

function plant(chance: Chance, life: Life, span: Span): Planted[] {
  const isOver = life.ended !== null && dayIn(life.ended) <= span.to
  const put = chance.oneOf(Object.values(plants))
  const planted = put({ life, chance, isOver, last: span })
  life.isPlanted = true
  return planted === null ? [] : [planted]
}

/** The same person on the same day for the same thing: without codes nobody can tell the two apart, unless by name. */
function twinOf(chance: Chance, life: Life): Life {
  const { system, received, isPlanted } = life
  const twin: Life = {
    ...life,
    code: life.code.replace(/\d{4}$/, (serial) => `8${serial.slice(1)}`),
    absent: new Set(life.absent),
    absentLater: new Set(life.absentLater),
    payments: life.payments.map((each) => ({ ...each, transaction: `${each.transaction}7` })),
    ownNumber: `8${life.ownNumber.slice(1)}`,
    person: chance.is(0.5) ? life.person : `${life.person} Anh`,
  }
  // two zeros that a list lost leave nothing but the name to go by, and that is another rule
  if (system === null || received === null || isPlanted || life.identity.startsWith('00') || !chance.is(0.7))
    return twin
  life.changes = { ...life.changes, ministry: (told) => [{ ...told, code: '' }] }
  if (chance.is(0.6)) twin.changes = { ...twin.changes, ministry: (told) => [{ ...told, code: '' }] }
  else twin.changes = {}
  return twin
}

type Months = { readonly periods: readonly Period[]; readonly config: (chance: Chance) => World['config'] }

/** Two months that follow each other, under the decree, the calendar, or dates of the office's own. */
function monthsOf(chance: Chance): Months {
  const first = chance.oneOf(['2025-12', '2026-01', '2026-02', '2026-02', '2026-03', '2026-05', '2026-09', '2027-01'])
  const ids = [first, monthAfter(first, 1)]
  const regime = chance.oneOf(['nd09', 'nd09', 'calendar'] as const)
  const plain = ids.map((id) => ({ id, ...spanOf(id, regime) }))
  const isMoved = chance.is(0.3)
  const periods = isMoved ? plain.map(moveBorder(chance.whole(-3, 4), chance.is(0.2) ? 1 : 0)) : plain
  const override = isMoved ? Object.fromEntries(periods.map(({ id, from, to }) => [id, { from, to }])) : {}
  const config = (other: Chance) => ({
    periods: { regime, override },
    expectedSystems: other.is(0.2) ? [other.oneOf(ministries)] : [],
  })
  return { periods, config }
}

/** The border between the two months elsewhere, and perhaps a day between them that belongs to neither. */
function moveBorder(days: number, gap: number): (period: Period, index: number) => Period {
  return (period, index) =>
    index === 0 ? { ...period, to: plus(period.to, days) } : { ...period, from: plus(period.from, days + gap) }
}

function spanOf(id: string, regime: 'nd09' | 'calendar'): Span {
  if (regime === 'nd09') return { from: `${monthAfter(id, -1)}-15`, to: `${id}-14` }
  return { from: `${id}-01`, to: plus(`${monthAfter(id, 1)}-01`, -1) }
}

function monthAfter(id: string, months: number): string {
  const index = Number(id.slice(0, 4)) * 12 + Number(id.slice(5)) - 1 + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

function dropsOf(chance: Chance, shape: string, periods: readonly Period[]): Drop[] {
  const silent = (): ReadonlySet<string> => new Set(layouts.map(({ system }) => system).filter(() => chance.is(0.04)))
  if (shape.startsWith('two')) {
    return periods.map(({ from, to }, index) => ({
      from,
      to,
      folder: `drop${index}`,
      night: shape === 'two' ? index : 0,
      silent: silent(),
    }))
  }
  const [{ from, to }] = periods as [Period]
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  const cut = plus(from, chance.whole(6, days - 6))
  const all = silent()
  if (shape === 'one') return [{ from, to, folder: 'drop', night: 0, silent: all }]
  if (shape === 'cut') return [{ from, to: cut, folder: 'drop', night: 0, silent: all }]
  const second = chance.is(0.5) ? to : plus(cut, chance.whole(1, 5))
  return [cut, second].map((day, night) => ({ from, to: day, folder: `night${night}`, night, silent: all }))
}

function nightsOf(chance: Chance, drops: readonly Drop[], lives: readonly Life[], parts: 1 | 2): Night[] {
  const byNight = Map.groupBy(drops, ({ night }) => night)
  return [...byNight.values()].map((these, night) => {
    const { to } = these.at(-1)!
    const isLast = night === byNight.size - 1
    return {
      asOf: isLast && chance.is(0.3) ? plus(to, chance.whole(1, 6)) : to,
      files: these.flatMap((drop) => filesOf(chance, drop, drops, lives, parts)),
    }
  })
}

/** Who is left out of a drop is asked of each dossier alone, so that a smaller world has the same ones. */
function filesOf(chance: Chance, drop: Drop, drops: readonly Drop[], lives: readonly Life[], parts: 1 | 2): File[] {
  const { from, to, folder, silent } = drop
  const isLater = drop !== drops[0]
  const isNextMonth = from > drops[0]!.from
  const isFree = !silent.has('dvcqg') // else nobody says which window a list without a preamble has
  return layouts.flatMap((layout) => {
    const { system } = layout
    const told =
      system === 'dvcqg-thanhtoan' ? paymentsIn(drop, isNextMonth, lives) : rowsOf(system, lives, drop, isLater)
    const isSaid = system === 'dvcqg' || !isFree || (layout.title.length > 0 && chance.is(0.8))
    const manner: Manner = {
      window: isSaid ? { from, to } : null,
      hasTotal: chance.is(0.8),
      totalOff: chance.is(0.04) && told.length >= 30 ? chance.oneOf([-2, -1, 1]) : 0,
      extra: chance.is(0.03) ? chance.oneOf(['Mã QR', 'Điểm đánh giá']) : null,
    }
    const ordered = chance.is(0.5) ? chance.shuffled(told) : told
    const manners = chance.whole(0, 1_000_000_000)
    if (silent.has(system)) return []
    const path = `${folder}/${layout.file.replace('*', to.replaceAll('-', ''))}`
    return partsOf(ordered, parts).map((rows, part) => {
      const bytes = written(layout, rows, manner, chanceOf(manners + part))
      return { path: part === 0 ? path : path.replace('.', '_tiep.'), system, bytes }
    })
  })
}

function partsOf<Item>(items: readonly Item[], parts: 1 | 2): (readonly Item[])[] {
  const half = Math.ceil(items.length / 2)
  return parts === 1 ? [items] : [items.slice(0, half), items.slice(half)]
}

function rowsOf(system: string, lives: readonly Life[], span: Span, isLater: boolean): readonly Told[] {
  const list: List = system === 'dvcqg' ? 'portal' : system === 'trungtam' ? 'book' : 'ministry'
  const telling = lives.filter((life) => list !== 'ministry' || life.system === system)
  return telling.flatMap((life) => toldBy(list, life, span, isLater))
}

/** What was paid in the window, or before it by those whom the first window's lists have: and money that nobody knows. */
function paymentsIn({ from, to }: Span, isNextMonth: boolean, lives: readonly Life[]): Told[] {
  const rows = lives.flatMap((life) =>
    life.payments
      .filter(({ at }) => dayIn(at) <= to && (dayIn(at) >= from || !isNextMonth))
      .map((payment): Told => paymentRow(life.code, payment)),
  )
  const orphans = lives.filter(
    (life) => life.identity.endsWith('7') && life.fee > 0 && life.ownNumber.startsWith('001'),
  )
  const lost = orphans.map(
    (life) =>
    paymentRow(life.code.replace(/\d{4}$/, '9999'), paid(Number(life.identity.slice(-4)) + 70_000, life.fee, `${from}T10:00:00`)), // prettier-ignore
  )
  return isNextMonth ? rows : [...rows, ...lost]
}

function paymentRow(code: string, { transaction, amount, at, outcome, isBroken }: Life['payments'][number]): Told {
  return {
    ...(isBroken === true ? { broken: 'amount' as const } : {}),
    code,
    transaction,
    amount: String(amount),
    paidAt: at,
    outcome,
    purpose: 'Lệ phí',
    intermediary: 'VNPT Money',
  }
}

export const ward = {
  centreAccounts,
  businessAccount,
  agencyCode: 'H24.131',
  name: 'phường Hưng Đạo',
  city: 'Hải Phòng',
} as const
