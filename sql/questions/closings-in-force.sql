-- As what were the periods published that are closed?
select * from closing
where unit = :unit and state = 'closed'
order by from_day, period
