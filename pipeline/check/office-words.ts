/**
 * The words of offices, as they are read in a stated text. They are data, like the headers of an export: what a person
 * is told stands in `reports/words/`. Phrases are parted by `;`, braces hold what may stand in a place: `{từ |}kỳ trước`
 * is `từ kỳ trước` and `kỳ trước`. Of phrases that begin at one word the longest is meant.
 */
export const phrases = {
  received: 'tiếp nhận; đã nhận; nhận được; nhận vào',
  all: 'đã và đang giải quyết; {phải|cần} {giải quyết|xử lý}',
  new: `{tiếp |}nhận mới; mới{ tiếp|} nhận; {tiếp |}nhận trong kỳ; mới{| trong kỳ| phát sinh}; phát sinh {mới|trong kỳ}`,
  carried: `{|từ |tồn |tồn từ |của }{kỳ|tháng|quý|năm|kỳ báo cáo} trước{| chuyển sang| chuyển qua| chuyển đến| còn lại};
    {tồn |}đầu kỳ; từ trước chuyển {sang|qua}; chuyển kỳ trước; tồn cũ`,
  online: 'trực tuyến; qua mạng; qua cổng dịch vụ công; qua môi trường điện tử',
  direct: 'trực tiếp',
  post: '{|qua }{|dịch vụ }{bưu chính|bưu chính công ích|bưu điện}',
  direct_or_post: 'trực tiếp{ và | hoặc |, | cùng }{|qua }{|dịch vụ }{bưu chính|bưu chính công ích|bưu điện}',

  // what was resolved; `resolve` is the verb alone, which also names what is to be resolved
  resolved: `{đã |đã được |được }{giải quyết|xử lý|trả|trả kết quả}; {giải quyết|xử lý} {xong|được}; trả{| kết quả};
    hoàn thành; {|đã }có kết quả`,
  resolve: 'giải quyết; xử lý',
  early: 'trước {|thời }hạn; sớm{| hơn} hạn; {sớm|trước} hẹn',
  on_time: 'đúng {|thời }{hạn|hẹn}',
  early_or_on_time: `{trước|sớm} {và|hoặc} đúng hạn; đúng {và|hoặc} {trước|sớm} hạn;
    {trước|sớm} hạn{ và |, | hoặc |/| & }đúng hạn; đúng hạn{ và |, | hoặc |/| & }{trước|sớm} hạn`,
  overdue: '{quá|trễ|chậm} {hạn|hẹn|thời hạn|hạn giải quyết}; trễ; chậm; muộn',
  due: '{đến|tới} hạn{| giải quyết| trả| trả kết quả}',
  refused: '{|bị }từ chối{| giải quyết}; không đủ điều kiện giải quyết',
  not_accepted: 'từ chối tiếp nhận; {không|chưa}{| được} tiếp nhận',
  returned: '{|bị }trả lại{| hồ sơ}',
  withdrawn: '{|xin |đề nghị }rút{| hồ sơ}',
  pending: `{đang|đang được|chưa|chưa được|đang trong quá trình} {giải quyết|xử lý|thụ lý}{| xong}; chưa {có|trả} kết quả;
    tồn{| đọng| cuối kỳ}; còn {tồn|lại}; chuyển {|sang }kỳ sau`,
  not_due: 'chưa {đến|tới} hạn{| giải quyết| trả| trả kết quả}; chưa quá hạn',
  in_time: '{|còn }trong {|thời }hạn{| giải quyết}; còn{| thời} hạn',

  fee: 'phí{, | và }lệ phí; lệ phí; có phí; nghĩa vụ tài chính',
  collected: 'thu{| được} {phí{, | và }lệ phí|phí|lệ phí}',
  payment: 'thanh toán {|phí }{trực tuyến|điện tử|online}; nộp phí trực tuyến',
  digitized: '{|dữ liệu |kết quả }số hóa{| hồ sơ}',
  reused: 'tái sử dụng{| lại}; sử dụng lại',

  sum: 'tổng{| số| cộng}; lũy kế',
  comparison: 'so với; tăng; giảm; cùng kỳ; {cao|thấp|nhiều|ít} hơn',
  target: '{|không }{đảm bảo|bảo đảm}; phấn đấu; chỉ tiêu; mục tiêu; tối thiểu; ít nhất',
  base: '{trên|trong|của|so với} tổng số; trên tổng', // behind it stands what a share is of, no longer what has it

  // words that hold one of the above and say nothing of it
  none: `giải quyết {tthc|hồ sơ|thủ tục hành chính|các thủ tục hành chính}; {thời hạn|thẩm quyền} giải quyết; hẹn trả;
    {kết quả|tình hình} {giải quyết|tiếp nhận}; tiếp nhận{ và |, }{trả kết quả|giải quyết|xử lý};
    rút {ngắn|kinh nghiệm}; trả lời; chậm nhất; dịch vụ công{| trực tuyến}; đổi mới; nông thôn mới`,

  and: `trong{| số} đó{| có}; {|bao }gồm{| có}; và{| có}; còn; cùng; với; cụ thể; nhưng; đồng thời`,
  rate: '{|chiếm |đạt }{tỷ|tỉ} lệ; chiếm{| đến}; đạt; tương {đương|ứng}; bằng',
  percent: '%; phần trăm',
  dong: 'đồng; đ; vnđ; vnd',
  rounded: 'ngàn; nghìn; triệu; tỷ; tỉ; vạn; trăm',
} as const satisfies Readonly<Record<string, string>>

/** In front of a number that is about, not exact. */
export const aboutWords = 'khoảng; gần; hơn; trên; dưới; xấp xỉ; ước; chừng'

/** In front of a number that names a document, or a part of one. */
export const documentWords = `số; điều; khoản; điểm; mục; biểu; trang; nghị {quyết|định}; quyết định; thông tư; công văn; kế hoạch;
  đề án; chỉ thị; phụ lục; mức độ; cấp độ; chương; nhóm`

/** In front of a number that names a time, with the largest such number. */
export const timeWords = {
  tháng: 12,
  quý: 4,
  ngày: 31,
  tuần: 53,
  năm: 2100,
  kỳ: 12,
  đợt: 12,
  lần: 50,
  khóa: 50,
  thứ: 50,
}

/** Behind a number that measures a time. */
export const spanWords = 'giờ; phút; ngày; tháng; năm; tuần; quý'

/** Behind a number that counts something else than dossiers; the first syllable is enough. */
export const otherWords = `cơ; cán; công; người; lượt; đơn; xã; phường; huyện; tỉnh; sở; lĩnh; thủ; tthc; quầy; máy; văn; kế; ý;
  phản; tin; bài; điểm; dịch; giao; cấp; tổ; lần; cuộc; nhóm; nội; nhiệm; địa; kiến; doanh; hộ; trang; tài`

/** Whom a text speaks of. A ward by itself, and a field, is one under its name only. */
export const unitWords = {
  centre: 'trung tâm{| {phục vụ |}hành chính công| pvhcc}; ttpvhcc',
  desk: 'bộ phận tiếp nhận và trả kết quả; bộ phận {một|1} cửa',
  communes: '{ubnd |ủy ban nhân dân |}cấp xã; {ubnd |}các {xã|phường|xã, phường}; xã, phường',
  districts: '{ubnd |ủy ban nhân dân |}cấp huyện; các huyện; huyện, thành phố',
  province: 'cấp tỉnh; các sở; sở,{ ban,|} ngành',
  whole: 'toàn {tỉnh|thành phố|huyện|phường|xã}',
  ward: '{ubnd |ủy ban nhân dân |}{phường|xã|đặc khu}',
  field: 'lĩnh vực',
} as const satisfies Readonly<Record<string, string>>
