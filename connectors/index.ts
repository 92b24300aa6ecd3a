import type { Connector } from './connector.ts'
import { bocongthuong } from './bocongthuong.ts'
import { boconganCutru } from './bocongan-cutru.ts'
import { bogddt } from './bogddt.ts'
import { bonnmtDatdai } from './bonnmt-datdai.ts'
import { bonoivuNcc } from './bonoivu-ncc.ts'
import { botaichinhHkd } from './botaichinh-hkd.ts'
import { botuphapChungthuc } from './botuphap-chungthuc.ts'
import { botuphapHotich } from './botuphap-hotich.ts'
import { bovhttdl } from './bovhttdl.ts'
import { boxaydungGpxd } from './boxaydung-gpxd.ts'
import { boyteBtxh } from './boyte-btxh.ts'
import { dvcqg } from './dvcqg.ts'
import { dvcqgThanhtoan } from './dvcqg-thanhtoan.ts'
import { trungtam } from './trungtam.ts'

/** The connectors, in the order of lists and reports. */
export const connectors: readonly Connector[] = [
  dvcqg,
  dvcqgThanhtoan,
  trungtam,
  botuphapHotich,
  botuphapChungthuc,
  botaichinhHkd,
  boyteBtxh,
  bonoivuNcc,
  bonnmtDatdai,
  boxaydungGpxd,
  bocongthuong,
  bogddt,
  boconganCutru,
  bovhttdl,
]
