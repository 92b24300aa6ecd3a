/** The kinds of discrepancies as the desk calls them, and what it does about each. */
export const kind = {
  routed_past_centre: {
    label: 'Hồ sơ hộ kinh doanh không qua Trung tâm',
    action:
      'Đề nghị phòng Kinh tế, Hạ tầng và Đô thị chuyển hồ sơ về tài khoản của Trung tâm; nêu số lượng trong báo cáo.',
  },
  missing_at_centre: { label: 'Chưa có trong sổ của Trung tâm', action: 'Vào sổ theo dõi.' },
  missing_in_portal: {
    label: 'Chưa có trên Cổng Dịch vụ công quốc gia',
    action: 'Đề nghị đồng bộ hồ sơ lên Cổng.',
  },
  missing_in_ministry: {
    label: 'Chưa có trong hệ thống của bộ, ngành',
    action: 'Liên hệ bộ phận hỗ trợ của hệ thống ấy.',
  },
  export_missing: {
    label: 'Chưa có tệp kết xuất',
    action: 'Kết xuất tệp của hệ thống ấy và đặt vào thư mục nhận tệp.',
  },
  status_conflict: { label: 'Trạng thái khác nhau giữa các hệ thống', action: 'Cập nhật hệ thống còn chậm.' },
  date_conflict: {
    label: 'Ngày tiếp nhận, hẹn trả hoặc kết thúc khác nhau',
    action: 'Kiểm tra hồ sơ, sửa ngày ở hệ thống ghi chưa đúng.',
  },
  duplicate_code: { label: 'Một mã hồ sơ trên hai dòng khác nhau', action: 'Sửa ở hệ thống nguồn, chỉ giữ một dòng.' },
  linked_without_code: {
    label: 'Ghép được hồ sơ dù thiếu mã của Cổng',
    action: 'Điền mã của Cổng vào hệ thống của bộ, ngành.',
  },
  ambiguous_match: {
    label: 'Thiếu mã của Cổng, có nhiều hồ sơ có thể ghép',
    action: 'Tìm đúng hồ sơ rồi điền mã của Cổng.',
  },
  unlinked_record: {
    label: 'Thiếu mã của Cổng, không ghép được với hồ sơ nào',
    action: 'Tìm hồ sơ trên Cổng rồi điền mã; nếu không có thì đề nghị đồng bộ.',
  },
  impossible_dates: { label: 'Các ngày trái thứ tự', action: 'Sửa ngày ở hệ thống nguồn.' },
  due_date_suspect: {
    label: 'Ngày hẹn trả không khớp thời hạn của thủ tục',
    action: 'Kiểm tra ngày hẹn trả; chú ý ngày nghỉ và ngày làm bù.',
  },
  unknown_procedure: {
    label: 'Mã thủ tục không có trong danh mục',
    action: 'Sửa mã, hoặc bổ sung thủ tục vào danh mục.',
  },
  invalid_identity: { label: 'Số định danh không đúng mẫu', action: 'Đối chiếu giấy tờ rồi sửa số định danh.' },
  not_digitized: { label: 'Chưa số hoá thành phần hồ sơ nào', action: 'Số hoá thành phần hồ sơ.' },
  fee_unpaid: { label: 'Chưa thu phí, lệ phí', action: 'Thu phí, lệ phí hoặc đôn đốc thanh toán trực tuyến.' },
  fee_amount_conflict: {
    label: 'Số tiền đã thu khác số phải thu',
    action: 'Kiểm tra mức thu rồi sửa, thu thêm hoặc hoàn lại.',
  },
  payment_duplicate: { label: 'Thanh toán nhiều lần cho một hồ sơ', action: 'Hoàn lại khoản thu thừa.' },
  payment_orphan: { label: 'Khoản thanh toán không rõ của hồ sơ nào', action: 'Truy tìm hồ sơ của khoản thanh toán.' },
  overdue_pending: {
    label: 'Đang giải quyết, đã quá hạn',
    action: 'Giải quyết ngay và gửi thư xin lỗi.',
  },
  due_soon: { label: 'Sắp đến hạn', action: 'Đôn đốc giải quyết trước hạn.' },
  overdue_resolved: { label: 'Đã trả kết quả quá hạn', action: 'Gửi thư xin lỗi.' },
  reception_overdue: {
    label: 'Nộp trực tuyến, quá 8 giờ làm việc chưa tiếp nhận',
    action: 'Tiếp nhận, hoặc từ chối và nêu lý do.',
  },
  foreign_unit: { label: 'Hồ sơ của đơn vị khác', action: 'Không phải làm gì: hồ sơ không được tính.' },
  unreadable_row: { label: 'Dòng không đọc được, còn thấy mã hồ sơ', action: 'Sửa dòng ấy ở hệ thống nguồn.' },
  control_total_mismatch: {
    label: 'Tổng số ghi trong tệp khác số dòng',
    action: 'Kết xuất lại tệp.',
  },
  schema_drift: {
    label: 'Cột của tệp đã thay đổi',
    action: 'Kiểm tra tệp kết xuất; nếu mẫu của hệ thống đã đổi thì báo người phát triển.',
  },
  vanished: { label: 'Đêm trước còn trong danh sách, đêm nay không còn', action: 'Hỏi đơn vị quản lý hệ thống.' },
  carry_over_mismatch: {
    label: 'Số chuyển kỳ không khớp với kỳ trước',
    action: 'Tìm nguyên nhân và giải trình.',
  },
  late_change: { label: 'Số liệu của kỳ đã chốt nay khác đi', action: 'Công bố lại số liệu của kỳ ấy.' },
}
