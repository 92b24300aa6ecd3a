-- Which file is refused after all, that was taken in tonight? (Its rows are forgotten, and count as none.)
update file
set state = 'refused', reason = :reason, rows_read = 0, rows_loaded = 0, rows_repeated = 0, rows_rejected = 0,
    latest_event = null, stated_from = null, stated_to = null, drift = '[]'
where unit = :unit and file = :file
