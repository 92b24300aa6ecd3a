-- Which acknowledgements are of discrepancies that go? Their numbers stay: documents name the last one.
update acknowledgement set key = 'purged/' || acknowledgement, why = ''
where unit = :unit and key in (select value from json_each(:keys))
