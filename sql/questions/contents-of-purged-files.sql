-- Which contents were taken away?
select sha256 from file where unit = :unit and state = 'purged' order by file
