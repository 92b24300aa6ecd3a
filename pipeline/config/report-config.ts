import { join } from 'node:path'
import { z } from 'zod'
import { day, periodId, text, texts } from './config-value.ts'

/** What the office says in its report beside the figures. A path with `{period}` is a file for each period. */
const section = z.strictObject(
  {
    template: text.optional(),
    symbol: text.default('BC-TTPVHCC'),
    place: text.optional(), // the ward's name without what it is
    dates: z.record(periodId, day, 'group').readonly().default({}),
    addressees: texts.optional(), // the ward's committee
    intro: text.default(''),
    businessOffice: text.default('phòng Kinh tế, Hạ tầng và Đô thị'),
    tasks: text.optional(),
    difficulties: text.optional(),
    plans: text.optional(),
    recipients: texts.default(['Như trên', 'Lưu: TTPVHCC']),
    signature: texts.default(['GIÁM ĐỐC']),
    signer: text.default(''),
  },
  'group',
)

export const report = section.readonly().prefault({})
export const reportKeys: readonly string[] = Object.keys(section.shape)

type Read = z.infer<typeof report>
type Paths = 'template' | TextKey

/** The files that an office writes, beside the figures; null where it writes none. */
export type TextKey = (typeof textKeys)[number]
export const textKeys = ['tasks', 'difficulties', 'plans'] as const

export type ReportConfig = Omit<Read, Paths> & Readonly<Record<TextKey, string | null>> & { readonly template: string }

/** The template that comes with the program. */
export const bundledTemplate = join(import.meta.dirname, '../../reports/templates/bao-cao.docx')

export function reportPaths(read: Read, place: (path: string) => string): ReportConfig {
  const placed = (path: string | undefined) => (path === undefined ? null : place(path))
  return {
    ...read,
    template: placed(read.template) ?? bundledTemplate,
    tasks: placed(read.tasks),
    difficulties: placed(read.difficulties),
    plans: placed(read.plans),
  }
}
