-- How many changes of state has each discrepancy seen?
select discrepancy, max(event) as events from discrepancy_event where unit = :unit group by discrepancy
