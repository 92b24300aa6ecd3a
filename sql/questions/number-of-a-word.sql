-- Which number has a text?
select word as id from word where unit = :unit and text = :text
