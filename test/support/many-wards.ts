import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { type ListedWard, makeMonth, type Month } from '../../bench/months.ts'

/** Wards of a city that does not exist, each with dossiers of its own. */
export function someWards(count: number): ListedWard[] {
  return Array.from({ length: count }, (_, at) => {
    const number = at + 1
    const code = `H24.${200 + number}`
    return {
      agencyCode: code,
      name: `${nameOf(at)}, thành phố Hải Phòng`,
      accounts: `ttpvhcc.${code.slice(4)}.`,
      number,
    }
  })
}

/** The name of a ward, as its configuration has it. */
export function nameOf(at: number): string {
  return `${at % 3 === 0 ? 'xã' : 'phường'} ${names[at % names.length]!}${at < names.length ? '' : ` ${Math.floor(at / names.length) + 1}`}`
}

/** The configuration of a city of such wards; what `settings` says is of all. */
export function writeCity(folder: string, wards: readonly ListedWard[], settings: object = {}): void {
  const units = wards.map(({ agencyCode, accounts, number }) => ({
    name: nameOf(number - 1),
    agencyCode,
    centreAccounts: [1, 2, 3].map((each) => `${accounts}${each}`),
    householdBusinessAccounts: [`ktht.${agencyCode.slice(4)}`],
  }))
  mkdirSync(join(folder, 'inbox'), { recursive: true })
  writeFileSync(join(folder, 'doisoat.yaml'), stringify({ city: 'thành phố Hải Phòng', ...settings, units }))
}

/**
 * A ward's lists of a month in the city's inbox: in the folder of its code, or side by side with those of others, so that
 * only what stands in them says whose they are.
 */
export function handOverWard(folder: string, ward: ListedWard, month: Month, common: boolean): string {
  const under = common ? join('inbox', month.id, `kết xuất ${ward.number}`) : join('inbox', ward.agencyCode, month.id)
  const at = join(folder, under)
  mkdirSync(dirname(at), { recursive: true })
  makeMonth(at, { ...month, ward })
  return at
}

const names = ['An Dương', 'An Hải', 'Bạch Đằng', 'Cẩm Giàng', 'Chí Linh', 'Dương Kinh', 'Đồ Sơn', 'Gia Viên', 'Hồng Bàng', 'Kiến An', 'Kim Thành', 'Lê Chân', 'Lưu Kiếm', 'Nam Sách', 'Ngô Quyền', 'Phù Liễn', 'Thuỷ Nguyên', 'Tiên Lãng', 'Tứ Kỳ', 'Vĩnh Bảo'] // prettier-ignore
