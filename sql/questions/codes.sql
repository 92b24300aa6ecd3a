-- Which number stands behind each dossier's code?
select dossier as id, code as text from code where unit = :unit
