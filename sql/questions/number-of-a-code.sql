-- Which number has a dossier's code?
select dossier as id from code where unit = :unit and code = :code
