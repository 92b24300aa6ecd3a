-- Which files go? Their line accounts and hashes stay, so that they are known when they come again.
update file set state = 'purged', reason = null, drift = '[]'
where unit = :unit and file in (select value from json_each(:files))
