import type { DossierRow } from '../../connectors/connector.ts'
import type { Kind } from './kinds.ts'

export type Field = Exclude<keyof DossierRow, 'identityIsValid'>

/** How a new connector tells a field: by words in a heading without accents, and by what the cells are. */
export type Guess = {
  readonly field: Field
  readonly kinds: readonly Kind[] // the first one that the cells are
  readonly heading: RegExp
  readonly alone?: true // its cells say it even under a strange heading
  readonly needless?: true // no figure and no rule needs it: it may be missing
}

/** In the order in which they stand in a connector; of two that fit equally well, the first. */
export const guesses: readonly Guess[] = [
  {
    field: 'code',
    kinds: ['code'],
    heading: /\bma( so)? ho so|\bma( so)?( ho so)? (dvc|cong|qg)|\bso ho so/,
    alone: true,
  },
  {
    field: 'ownNumber',
    kinds: ['number'],
    heading: /\b(so|ma)( so)? (ho so|bien nhan|tiep nhan|don|phieu|thu ly|vao so)/,
  },
  { field: 'procedure', kinds: ['procedure'], heading: /\bma( so)? (tthc|thu tuc)/, alone: true },
  {
    field: 'procedureName',
    kinds: ['text'],
    heading: /\b(ten )?(tthc|thu tuc)|noi dung|\bloai\b|\bviec\b/,
    needless: true,
  },
  { field: 'field', kinds: ['text'], heading: /linh vuc/, needless: true },
  {
    field: 'agency',
    kinds: ['text'],
    heading: /(co quan|don vi|noi|phong)\b.*(thuc hien|giai quyet|tiep nhan|thu ly|xu ly)/,
  },
  {
    field: 'person',
    kinds: ['name', 'text'],
    heading:
      /ho (va |, )?ten|nguoi (nop|de nghi|yeu cau|dung don|khai|dang ky|xin|lam don)|\bchu (ho|dat|co so)|doi tuong|cong dan|ten (nguoi|ca nhan)/,
  },
  {
    field: 'identity',
    kinds: ['identity'],
    heading: /cccd|cmnd|cmt\b|dinh danh|can cuoc|giay to|ho chieu/,
    alone: true,
  },
  { field: 'channel', kinds: ['channel'], heading: /(hinh thuc|phuong thuc|cach thuc|kenh)/ },
  {
    field: 'submitted',
    kinds: ['day', 'serial'],
    heading: /(ngay|gio|thoi (diem|gian)|luc).* (nop|gui|dang ky|khai)\b|^(nop|gui) luc/,
  },
  {
    field: 'received',
    kinds: ['day', 'serial'],
    heading: /^(?!.*\b(hen|han)\b).*(ngay|gio|thoi (diem|gian)|luc).*\b(nhan|tiep nhan|thu ly|vao so)\b/,
  },
  { field: 'due', kinds: ['day', 'serial'], heading: /\b(hen|han|den han|thoi han)\b/ },
  {
    field: 'ended',
    kinds: ['day', 'serial'],
    heading:
      /^(?!.*\b(hen|han|tra)\b).*(ngay|gio|thoi (diem|gian)|luc).*\b(ket qua|kq|quyet dinh|ket thuc|hoan thanh|hoan tat|xong|cap|ky|phe duyet|giai quyet)\b/,
  },
  {
    field: 'handed',
    kinds: ['day', 'serial'],
    heading: /^(?!.*\b(hen|han)\b).*(ngay|gio|thoi (diem|gian)|luc).*\b(tra|giao|ban giao|phat)\b/,
  },
  {
    field: 'status',
    kinds: ['status', 'status_number', 'text'],
    heading: /(trang thai|tinh trang|tien do)|^(ket qua|kq)( xu ly| giai quyet)?$/,
  },
  { field: 'handledBy', kinds: ['text'], heading: /he thong|phan mem/ },
  { field: 'account', kinds: ['account'], heading: /tai khoan|\buser\b|ten dang nhap/ },
  {
    field: 'officer',
    kinds: ['name', 'text'],
    heading: /can bo|cong chuc|chuyen vien|vien chuc|nguoi (xu ly|tiep nhan|nhan ho so|giai quyet|thu ly)/,
    needless: true,
  },
  { field: 'components', kinds: ['count'], heading: /so (thanh phan|giay to|tai lieu)( ho so)?$/ },
  { field: 'digitized', kinds: ['count'], heading: /so hoa/ },
  { field: 'reused', kinds: ['count'], heading: /tai su dung|khai thac lai/ },
  { field: 'electronicResult', kinds: ['yes'], heading: /(ket qua|ban|kq) dien tu/, needless: true },
  { field: 'fee_dong', kinds: ['money'], heading: /\b(le )?phi\b|so tien/, needless: true },
  { field: 'note', kinds: ['text'], heading: /ghi chu|dien giai/, needless: true },
]

/** About a person, and in no figure: such a column is never proposed for a field, whatever its cells are. */
export const PRIVATE =
  /sinh\b|dien thoai|\bsdt\b|\bdt\b|di dong|dia chi|email|thu dien tu|gioi tinh|\bnam nu\b|que quan|thuong tru|tam tru|cho o|dan toc|ton giao|quoc tich|ngan hang|so tai khoan|\b(ngay|noi|co quan) cap (cccd|cmnd|the|giay|can cuoc|dinh danh)/

/** The number of the row. */
export const COUNTER = /^(stt|tt|so tt|so thu tu|no|#)$/
