const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Before i, e, ê and y stand gh and ngh, never c, g and ng. */
const ONSET =
  'ngh(?=[ieê])|ng(?![ieêy])|nh|n|ch|c(?![ieêy])|tr|th|t|ph|p|kh|k|gh(?=[ieê])|gi|g(?![eêy])|qu|[bdđhlmrsvx]'

/** What may follow the first sound, without its tone. Before p, t, c and ch there is none but acute and dot. */
const OPEN_RHYMES = [
  'a ai ao au ay am an ang anh ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êu êng',
  'i im in inh iu ia iêm iên iêng iêu o oi om on ong oa oai oan oang oanh oao oay oam oăn oăng oăm oe oen oeo oong',
  'ô ôi ôm ôn ông ơ ơi ơm ơn u ui um un ung ua uôi uôm uôn uông uê uênh uy uya uyên uynh uyn uyu uơ uân uâng uây',
  'ư ưi ưm ưng ưu ưa ươi ươm ươn ương ươu y yêm yên yêng yêu ynh',
]
const STOPPED_RHYMES = [
  'ap at ac ach ăp ăt ăc âp ât âc ep et ec êp êt êch êc ip it ich iêp iêt iêc op ot oc oat oac oach oap oet oăt oăc ooc',
  'ôp ôt ôc ơp ơt up ut uc uôt uôc uêch uyêt uych uyt uât ưt ưc ươp ươt ươc yêt yt ych',
]

const OPEN = shape(OPEN_RHYMES)
const STOPPED = shape(STOPPED_RHYMES)
const SHARP = /[\u0301\u0323]/

const KNOWN_WORDS = 20_000
const known = new Map<string, boolean>()

/** Whether a word is a Vietnamese syllable, whatever its case: a first sound, a rhyme that exists, one tone at most. */
export function isSyllable(word: string): boolean {
  const met = known.get(word)
  if (met !== undefined) return met
  if (known.size >= KNOWN_WORDS) known.clear()
  const answer = word.length <= LONGEST && isOne(word)
  known.set(word, answer)
  return answer
}

const LONGEST = 16 // nghiêng, with every mark apart

function isOne(word: string): boolean {
  if (word === 'đ' || word === 'Đ') return true // the sign of the dong, and of many abbreviations
  const apart = word.replaceAll('Ð', 'Đ').toLowerCase().normalize('NFD')
  const tones = apart.match(TONES) ?? []
  if (tones.length > 1) return false
  const bare = apart.replace(TONES, '').normalize('NFC')
  return OPEN.test(bare) || (tones.length === 1 && SHARP.test(tones[0]) && STOPPED.test(bare))
}

/** The share of syllables from which on a text is Vietnamese. */
export const MOSTLY = 0.5

const WORDS = /[\p{L}\p{M}\u0080-\u00bf\ufffd]+/gu
const PLAIN = /^[a-z]+$/i

/** The share of Vietnamese syllables among the words that are not plain ASCII; a letter alone may be a dash. */
export function shareOfSyllables(text: string): number {
  const words = (text.match(WORDS) ?? []).filter((word) => word.length > 1 && !PLAIN.test(word))
  return words.length === 0 ? 0 : words.filter(isSyllable).length / words.length
}

/** Syllables that make up much of what offices write, and whose letters mean others in an old alphabet. */
const COMMON = new Set(
  [
    'có các cá cô công không tên trên bên số hồ sơ hộ bộ tộc xã lý lí ký kí phí phòng phú phó chú chủ thú thủ tú tự sự vụ phụ',
    'thông tin quyên viên tiên biên liên chính trình hình tính bình tỉnh xác nhân dân quân phân tháng ngày hành thành nhà',
    'tài sân vân tân trí thí yêu nêu tiêu giá giám giáo giáp khác sách trách cách khách danh tôi tôn thôn môn sông nông',
    'trông sâu lâu câu trâu dâu châu cây này tây mây xây dây hôm vào nào vòng lòng dòng tòa hòa hoà toà khóa khoá hóa hoá',
    'bán quá quán quê quý quốc thuê xứ thứ thụ trụ dự chứng giờ tờ một và là về hà lê lò thị trị trọ cơ nơi lời mười',
    'hùng dũng tùng cùng vùng dùng của cũng mình bà ông bé mẹ chị trường lớp mới với người nước hội tội thù bố mộ chỗ',
  ].flatMap((line) => line.split(' ')),
)

export function isCommon(word: string): boolean {
  return COMMON.has(word.toLowerCase())
}

function shape(rhymes: readonly string[]): RegExp {
  return new RegExp(`^(?:${ONSET})?(?:${rhymes.join(' ').replaceAll(' ', '|')})$`)
}
