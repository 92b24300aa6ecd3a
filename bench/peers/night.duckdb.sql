-- The night's work as DuckDB does it: both lists typed, matched both ways, compared, counted, differences written out.
create table portal as
select
  "Mã hồ sơ" as code, "Mã thủ tục" as procedure, "Tên thủ tục hành chính" as procedure_name, "Lĩnh vực" as field,
  "Cơ quan thực hiện" as agency, "Người nộp hồ sơ" as person, "Số định danh" as identity, "Hình thức nộp" as channel,
  strptime(nullif("Ngày nộp", ''), '%d/%m/%Y %H:%M:%S') as submitted,
  strptime(nullif("Ngày tiếp nhận", ''), '%d/%m/%Y %H:%M:%S') as received,
  strptime(nullif("Ngày hẹn trả", ''), '%d/%m/%Y %H:%M:%S') as due,
  strptime(nullif("Ngày có kết quả", ''), '%d/%m/%Y %H:%M:%S') as ended,
  strptime(nullif("Ngày trả kết quả", ''), '%d/%m/%Y %H:%M:%S') as handed,
  "Trạng thái" as status, "Hệ thống xử lý" as handled_by, "Tài khoản tiếp nhận" as account,
  cast(nullif("Số thành phần hồ sơ", '') as integer) as components,
  cast(nullif("Số thành phần đã số hóa", '') as integer) as digitized,
  cast(nullif("Số thành phần tái sử dụng", '') as integer) as reused,
  "Kết quả điện tử" as electronic
from read_csv('{portal}', skip = 1, header = true, all_varchar = true);
create table ministry as
select
  "Mã hồ sơ DVCQG" as code, "Số hồ sơ hộ tịch" as own_number, "Mã loại việc" as procedure, "Người yêu cầu" as person,
  "Số giấy tờ tùy thân" as identity,
  strptime(nullif("Ngày tiếp nhận", ''), '%d/%m/%Y %H:%M') as received,
  strptime(nullif("Ngày hẹn", ''), '%d/%m/%Y %H:%M') as due,
  strptime(nullif("Ngày đăng ký", ''), '%d/%m/%Y %H:%M') as ended,
  "Tình trạng" as status, "Tài khoản" as account
from read_csv('{ministry}', skip = 1, header = true, all_varchar = true);
create table compared as
select
  coalesce(p.code, m.code) as code, p.code is null as not_on_portal, m.code is null as not_at_ministry,
  p.code is not null and m.code is not null and (p.ended is null) <> (m.ended is null) as other_status,
  p.ended is not null and m.ended is not null and cast(p.ended as date) <> cast(m.ended as date) as other_day,
  coalesce(p.received, m.received) as received, coalesce(p.due, m.due) as due, coalesce(p.ended, m.ended) as ended
from portal as p
full join ministry as m on m.code = p.code;
create table figure as
select
  count(*) as received, count(ended) as resolved, count(*) filter (where ended < due) as in_time,
  count(*) filter (where ended > due) as overdue, count(*) filter (where ended is null) as pending
from compared
where received >= '2026-01-17' and received < '2026-02-14';
copy (
  select code, not_on_portal, not_at_ministry, other_status, other_day, ended is null and due < '2026-02-14' as late
  from compared
  where not_on_portal or not_at_ministry or other_status or other_day or (ended is null and due < '2026-02-14')
  order by code
) to '{differences}' (header);
