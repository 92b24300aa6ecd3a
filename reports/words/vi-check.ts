/** What `check` says of figures that somebody else stated. */
export const check = {
  verdict: {
    holds: 'Khớp.',
    holds_if: 'Khớp với điều kiện:',
    cannot_hold: 'Không thể đúng.',
    untested: 'Không có gì để đối chiếu: các số đã nêu không ràng buộc nhau.',
  },
  /** Figures that offices state and the program's own list does not have. */
  further: {
    received_counter: 'Trực tiếp tại quầy',
    received_post: 'Qua bưu chính',
    new_online: 'Trực tuyến, tiếp nhận mới',
    new_direct: 'Trực tiếp và bưu chính, tiếp nhận mới',
    new_counter: 'Trực tiếp tại quầy, tiếp nhận mới',
    new_post: 'Qua bưu chính, tiếp nhận mới',
    resolved_early_or_on_time: 'Giải quyết trước và đúng hạn',
    resolved_with_result: 'Đã giải quyết, không kể từ chối và rút',
    turned_down: 'Từ chối, không kể trả lại',
    returned: 'Trả lại',
    refused_or_withdrawn: 'Từ chối, trả lại và rút',
    overdue_total: 'Quá hạn, đã và đang giải quyết',
    due_in_period: 'Đến hạn trong kỳ',
    digitized_dossiers: 'Hồ sơ được số hoá',
    reused_dossiers: 'Hồ sơ tái sử dụng dữ liệu số hoá',
    paid_dossiers: 'Hồ sơ đã thu phí, lệ phí',
  },
  /** What the words are taken to mean, and what the other meaning would leave; `carried` is null where none is stated. */
  meaning: {
    received_is: {
      total: (count: number, carried: number | null) =>
        `${count} hồ sơ tiếp nhận đã gồm ${carried === null ? 'cả hồ sơ' : `${carried} hồ sơ`} từ kỳ trước chuyển sang`,
      new: (count: number, carried: number | null) =>
        `${count} hồ sơ tiếp nhận chỉ là hồ sơ mới${carried === null ? '' : `, chưa gồm ${carried} hồ sơ từ kỳ trước chuyển sang`}`,
    },
    channels_of: {
      total: () => 'trực tuyến và trực tiếp tính trên tổng số, cả hồ sơ từ kỳ trước',
      new: () => 'trực tuyến và trực tiếp chỉ tính hồ sơ tiếp nhận mới',
    },
    overdue_is: {
      resolved: (count: number) => `${count} hồ sơ quá hạn là hồ sơ đã giải quyết`,
      pending: (count: number) => `${count} hồ sơ quá hạn là hồ sơ đang giải quyết`,
    },
    resolved_is: {
      total: (count: number) => `${count} hồ sơ đã giải quyết gồm cả từ chối và rút`,
      with_result: (count: number) => `${count} hồ sơ đã giải quyết không gồm từ chối và rút`,
    },
    whole_is: {
      received: (count: number) => `${count} là tổng số phải giải quyết`,
      resolved: (count: number) => `${count} là tổng số đã giải quyết`,
    },
  },
  undecided: (meanings: readonly string[]) => `không rõ ${meanings.join(', hay ')}`,
  otherwise: (count: number) => `; hiểu cách khác thì ${count} hồ sơ không thuộc loại nào đã nêu`,
  otherwiseBroken: '; hiểu cách khác thì đẳng thức sai',
  unclassified: (count: number, among: readonly string[]) =>
    `${count} hồ sơ không thuộc loại nào đã nêu; phải thuộc: ${among.join(', ')}`,
  rateBase: (rate: string, bases: readonly string[]) => `${rate} là ${bases.join(' hoặc ')}`,
  rateBaseUnknown: (rate: string) => `${rate} tính trên một số không được nêu`,
  place: 'Dòng:cột',
  taken: 'Lấy từ',
  derived: 'Suy ra',
  sums: 'Đẳng thức',
  off: (difference: number) => `lệch ${difference}`,
  unknownClass: (count: number) => `${count} hồ sơ không rõ loại`,
  none: (among: readonly string[]) => `không có: ${among.join(', ')}`,
  rates: 'Tỷ lệ',
  range: (from: number, to: number, base: number) => `từ ${from} đến ${to} trên ${base}`,
  cutOff: 'cắt bớt chứ không làm tròn',
  fewerDecimals: 'làm tròn đến ít chữ số hơn',
  alsoFits: (count: number) => `còn ${count} mẫu số khác cũng ra tỷ lệ này`,
  cannotBe: (bases: readonly string[]) => `không có tử số nào ra tỷ lệ này khi mẫu số là ${bases.join(', ')}`,
  right: (percent: string, share: string) => `đúng ra là ${percent} = ${share}`,
  rateUntested: 'không có mẫu số nào để thử',
  repairs: (size: number) =>
    size === 1
      ? 'Sửa một trong các số sau thì mọi đẳng thức đúng:'
      : `Phải sửa ${size} số cùng lúc; một trong các cách sau:`,
  repair: (figure: string, stated: number, instead: string) => `${figure}: ${stated} → ${instead}`,
  leaves: (count: number) => ` (còn ${count} hồ sơ không thuộc loại nào)`,
  severalValues: '(nhiều giá trị đều được)',
  moreRepairs: 'Còn những cách khác nữa.',
  noRepair: 'Phải sửa từ bốn số trở lên thì mọi đẳng thức mới đúng.',
  doubted: 'Chưa hiểu',
  doubt: {
    no_words: 'không có từ nào cho biết đếm gì',
    no_figure: 'không ứng với chỉ tiêu nào',
    ambiguous: 'có thể hiểu nhiều cách',
    something_else: 'không đếm hồ sơ',
    rounded: 'số làm tròn hoặc ước lượng',
    not_whole: 'không phải số nguyên',
    comparison: 'so sánh với kỳ khác',
    target: 'chỉ tiêu, yêu cầu, không phải kết quả',
    unknown_key: 'không có khoá này',
  },
  nearest: (key: string) => `; có phải ý là ${key}?`,
  numbers: (figures: number, rates: number, doubted: number, noted: number) =>
    `Các số trong văn bản: ${figures} chỉ tiêu, ${rates} tỷ lệ, ${doubted} số chưa hiểu, ${noted} số là ngày, kỳ, văn bản, đề mục.`,
  comparison: (period: string, from: string, to: string, basis: string) =>
    `So với số liệu của chương trình, kỳ ${period} (${from} – ${to}). ${basis}.`,
  statedColumn: 'Đã nêu',
  allAgree: 'Mọi số đã nêu khớp với số liệu của chương trình.',
  differs: (figure: string, stated: number, computed: number) =>
    `${figure}: nêu ${stated}, chương trình tính ${computed}.`,
  reason: {
    routed_past_centre: 'hồ sơ hộ kinh doanh không qua Trung tâm',
    missing_at_centre: 'hồ sơ chưa có trong sổ của Trung tâm',
    missing_in_portal: 'hồ sơ có trong sổ, chưa có trên Cổng',
    unreadable_portal: 'hồ sơ có dòng không đọc được trên Cổng',
    carried_in: 'hồ sơ từ kỳ trước chuyển sang',
    ended_on_first_day: 'hồ sơ kết thúc đúng ngày đầu kỳ',
    ended_on_last_day: 'hồ sơ kết thúc đúng ngày cuối kỳ',
    received_on_first_day: 'hồ sơ tiếp nhận đúng ngày đầu kỳ',
    received_on_last_day: 'hồ sơ tiếp nhận đúng ngày cuối kỳ',
    due_on_last_day: 'hồ sơ hẹn trả đúng ngày cuối kỳ',
    without_due_day: 'hồ sơ không có ngày hẹn trả',
    refused_and_withdrawn: 'hồ sơ từ chối và rút',
  },
  alternative: 'hoặc',
  unexplained: 'chưa rõ vì sao.',
  moreCodes: (count: number) => `… và ${count} mã nữa (--json nêu đủ)`,
  notCompared: {
    unit: (unit: string) => `Không so với cơ sở dữ liệu: "${unit}" là đơn vị khác.`,
    no_period: (_name: string) =>
      'Không so với cơ sở dữ liệu: văn bản không nêu kỳ bằng ngày; thêm --period hoặc --from và --to.',
    not_held: (period: string) => `Không so với cơ sở dữ liệu: chưa có danh sách nào của kỳ ${period}.`,
  },
}
