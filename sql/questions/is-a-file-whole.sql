-- Does a file have as many rows as it states itself?
select coalesce(stated_total = rows_read, 0) as whole from file where unit = :unit and file = :file
