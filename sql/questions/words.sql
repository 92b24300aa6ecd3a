-- Which text stands behind each number?
select word as id, text from word where unit = :unit
