-- Does a file have as many rows as it states itself?
select stated_total is not null and stated_total = rows_read as whole from file where unit = :unit and file = :file
