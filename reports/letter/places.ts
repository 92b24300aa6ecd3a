/** The places of the template, by the names that an office reads there. A list has its rows' own places. */
export const texts = [
  'Cơ quan chủ quản',
  'Trung tâm viết hoa',
  'Số, ký hiệu',
  'Địa danh, ngày tháng',
  'Trích yếu',
  'Thời gian',
  'Kính gửi',
  'Mở đầu',
  'Kỳ này',
  'Kỳ tới',
  'Lời kết',
  'Người ký',
] as const

export const lists = {
  'Các nơi gửi': ['Nơi gửi'],
  'Các đoạn I.1': ['Đoạn'],
  'Các đoạn I.2': ['Đoạn'],
  'Các đoạn II': ['Đoạn'],
  'Các đoạn III': ['Đoạn'],
  'Các nơi nhận': ['Nơi nhận'],
  'Các chức vụ': ['Chức vụ'],
} as const

/** The annex may be left out, as a whole or in part. */
const formColumns = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const

export const annexTexts = [
  'Kèm theo',
  'Nhận xét sai lệch',
  ...formColumns.map((each) => `Tổng ${each}` as const),
] as const

export const annexLists = {
  'Các lĩnh vực': ['STT', 'Lĩnh vực', ...formColumns.map((each) => `Cột ${each}` as const)],
  'Các ghi chú': ['Ghi chú'],
  'Các loại sai lệch': ['STT', 'Loại sai lệch', 'Số lượng', 'Mới phát sinh'],
} as const

type Lists = typeof lists & typeof annexLists
export type TextName = (typeof texts)[number] | (typeof annexTexts)[number]
export type ListName = keyof Lists
export type RowOf<List extends ListName> = Readonly<Record<Lists[List][number], string>>

/** What stands in each place. Text is text: nothing in it is markup or a place of its own. */
export type Filling = Readonly<Record<TextName, string>> & { readonly [List in ListName]: readonly RowOf<List>[] }

/** What may stand at the top of a template, and in the rows of a list; null where `name` is no list. */
export function placesIn(list: string | null): readonly string[] {
  if (list === null) return [...texts, ...annexTexts, ...Object.keys(lists), ...Object.keys(annexLists)]
  return listsByName.get(list) ?? []
}

/** Every name that may stand between braces. */
export function allPlaces(): readonly string[] {
  return [...placesIn(null), ...[...listsByName.values()].flat()]
}

export function isList(name: string): boolean {
  return listsByName.has(name)
}

/** What every template has: the letter without its annex. A place in a list's rows is named with its list. */
export const required: readonly { readonly list: string | null; readonly name: string }[] = [
  ...[...texts, ...Object.keys(lists)].map((name) => ({ list: null, name })),
  ...Object.entries(lists).flatMap(([list, names]) => names.map((name) => ({ list, name }))),
]

const listsByName: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(
  Object.entries({ ...lists, ...annexLists }),
)
