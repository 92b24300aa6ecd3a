-- The night's work as the sqlite3 shell does it: `.import`, then the same questions. Its usual journal: WAL took longer.
.bail on
.mode csv
.import --skip 1 {portal} portal_text
.import --skip 1 {ministry} ministry_text
create table portal as
select
  "Mã hồ sơ" as code, "Mã thủ tục" as procedure, "Tên thủ tục hành chính" as procedure_name, "Lĩnh vực" as field,
  "Cơ quan thực hiện" as agency, "Người nộp hồ sơ" as person, "Số định danh" as identity, "Hình thức nộp" as channel,
  substr("Ngày nộp", 7, 4) || '-' || substr("Ngày nộp", 4, 2) || '-' || substr("Ngày nộp", 1, 2) || substr("Ngày nộp", 11) as submitted,
  substr("Ngày tiếp nhận", 7, 4) || '-' || substr("Ngày tiếp nhận", 4, 2) || '-' || substr("Ngày tiếp nhận", 1, 2) || substr("Ngày tiếp nhận", 11) as received,
  substr("Ngày hẹn trả", 7, 4) || '-' || substr("Ngày hẹn trả", 4, 2) || '-' || substr("Ngày hẹn trả", 1, 2) || substr("Ngày hẹn trả", 11) as due,
  nullif(substr("Ngày có kết quả", 7, 4) || '-' || substr("Ngày có kết quả", 4, 2) || '-' || substr("Ngày có kết quả", 1, 2) || substr("Ngày có kết quả", 11), '--') as ended,
  nullif(substr("Ngày trả kết quả", 7, 4) || '-' || substr("Ngày trả kết quả", 4, 2) || '-' || substr("Ngày trả kết quả", 1, 2) || substr("Ngày trả kết quả", 11), '--') as handed,
  "Trạng thái" as status, "Hệ thống xử lý" as handled_by, "Tài khoản tiếp nhận" as account,
  cast("Số thành phần hồ sơ" as integer) as components, cast("Số thành phần đã số hóa" as integer) as digitized,
  cast("Số thành phần tái sử dụng" as integer) as reused, "Kết quả điện tử" as electronic
from portal_text;
create table ministry as
select
  "Mã hồ sơ DVCQG" as code, "Số hồ sơ hộ tịch" as own_number, "Mã loại việc" as procedure, "Người yêu cầu" as person,
  "Số giấy tờ tùy thân" as identity,
  substr("Ngày tiếp nhận", 7, 4) || '-' || substr("Ngày tiếp nhận", 4, 2) || '-' || substr("Ngày tiếp nhận", 1, 2) || substr("Ngày tiếp nhận", 11) as received,
  substr("Ngày hẹn", 7, 4) || '-' || substr("Ngày hẹn", 4, 2) || '-' || substr("Ngày hẹn", 1, 2) || substr("Ngày hẹn", 11) as due,
  nullif(substr("Ngày đăng ký", 7, 4) || '-' || substr("Ngày đăng ký", 4, 2) || '-' || substr("Ngày đăng ký", 1, 2) || substr("Ngày đăng ký", 11), '--') as ended,
  "Tình trạng" as status, "Tài khoản" as account
from ministry_text;
create index portal_code on portal (code, received, due, ended);
create index ministry_code on ministry (code, received, due, ended);
create table compared as
select
  p.code, 0 as not_on_portal, m.code is null as not_at_ministry,
  m.code is not null and (p.ended is null) <> (m.ended is null) as other_status,
  p.ended is not null and m.ended is not null and substr(p.ended, 1, 10) <> substr(m.ended, 1, 10) as other_day,
  coalesce(p.received, m.received) as received, coalesce(p.due, m.due) as due, coalesce(p.ended, m.ended) as ended
from portal as p
left join ministry as m on m.code = p.code
union all
select m.code, 1, 0, 0, 0, m.received, m.due, m.ended
from ministry as m
left join portal as p on p.code = m.code
where p.code is null;
create table figure as
select
  count(*) as received, count(ended) as resolved, count(*) filter (where ended < due) as in_time,
  count(*) filter (where ended > due) as overdue, count(*) filter (where ended is null) as pending
from compared
where received >= '2026-01-17' and received < '2026-02-14';
.headers on
.once {differences}
select code, not_on_portal, not_at_ministry, other_status, other_day, ended is null and due < '2026-02-14' as late
from compared
where not_on_portal or not_at_ministry or other_status or other_day or (ended is null and due < '2026-02-14')
order by code;
