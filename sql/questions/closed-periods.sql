-- Which periods are closed, and the how-manieth time each?
select period, closing, from_day as "from", to_day as "to" from closing
where unit = :unit and state = 'closed'
order by period, closing
