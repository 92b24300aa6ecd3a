/** Every figure: its name, and how it is counted. The period runs from A to B, both days included. */
export const figure = {
  carried_in: { label: 'Từ kỳ trước chuyển sang', definition: 'Tiếp nhận trước ngày A và chưa kết thúc trước ngày A.' },
  received_new: { label: 'Tiếp nhận mới trong kỳ', definition: 'Tiếp nhận từ ngày A đến ngày B.' },
  received_total: { label: 'Tổng số tiếp nhận', definition: 'Từ kỳ trước chuyển sang cộng tiếp nhận mới trong kỳ.' },
  received_online: { label: 'Trực tuyến', definition: 'Trong tổng số tiếp nhận, số nộp trực tuyến.' },
  received_direct: {
    label: 'Trực tiếp và bưu chính',
    definition: 'Trong tổng số tiếp nhận, số nộp trực tiếp hoặc qua bưu chính.',
  },
  resolved_early: {
    label: 'Giải quyết trước hạn',
    definition: 'Có kết quả trong kỳ, ngày có kết quả trước ngày hẹn trả.',
  },
  resolved_on_time: {
    label: 'Giải quyết đúng hạn',
    definition: 'Có kết quả trong kỳ, đúng ngày hẹn trả hoặc không có ngày hẹn trả.',
  },
  resolved_overdue: {
    label: 'Giải quyết quá hạn',
    definition: 'Có kết quả trong kỳ, ngày có kết quả sau ngày hẹn trả.',
  },
  refused: { label: 'Từ chối giải quyết', definition: 'Kết thúc trong kỳ do bị từ chối sau khi đã tiếp nhận.' },
  withdrawn: { label: 'Rút hồ sơ', definition: 'Kết thúc trong kỳ do công dân rút hồ sơ.' },
  resolved_total: {
    label: 'Tổng số đã giải quyết',
    definition: 'Trước hạn, đúng hạn, quá hạn, từ chối và rút cộng lại.',
  },
  pending_in_time: {
    label: 'Đang giải quyết trong hạn',
    definition: 'Tiếp nhận đến ngày B, chưa kết thúc đến ngày B, hẹn trả sau ngày B hoặc không có ngày hẹn trả.',
  },
  pending_overdue: {
    label: 'Đang giải quyết quá hạn',
    definition: 'Tiếp nhận đến ngày B, chưa kết thúc đến ngày B, hẹn trả vào ngày B hoặc trước đó.',
  },
  pending_total: { label: 'Tổng số đang giải quyết', definition: 'Trong hạn cộng quá hạn.' },
  digitized_rate: {
    label: 'Tỷ lệ số hoá',
    definition: 'Trong số hồ sơ có dòng đọc được trên Cổng, phần có ít nhất một thành phần được số hoá.',
  },
  reuse_rate: {
    label: 'Tỷ lệ tái sử dụng dữ liệu số hoá',
    definition:
      'Trong số hồ sơ kết thúc trong kỳ, trừ hồ sơ rút, có dòng đọc được trên Cổng, phần có ít nhất một thành phần được tái sử dụng.',
  },
  fee_dossiers: {
    label: 'Hồ sơ có phí, lệ phí',
    definition: 'Trong số hồ sơ kết thúc trong kỳ, số phải nộp phí, lệ phí trên 0 đồng.',
  },
  online_payment_rate: {
    label: 'Tỷ lệ thanh toán trực tuyến',
    definition: 'Trong số hồ sơ có phí, lệ phí, phần có một lần thanh toán trực tuyến thành công.',
  },
  online_payment_total: {
    label: 'Số tiền thanh toán trực tuyến (đồng)',
    definition:
      'Số tiền đã thanh toán trực tuyến cho các hồ sơ ấy; mỗi hồ sơ tính lần thành công đầu tiên, khoản đã hoàn không tính.',
  },
}
