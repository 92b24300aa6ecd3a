-- What has been stated of each period, or of one of them?
select period, basis, document from summary
where unit = :unit and (cast(:period as text) is null or period = :period)
order by from_day, period, basis
