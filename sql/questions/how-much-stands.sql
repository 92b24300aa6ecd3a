-- How many dossiers are known, and how many discrepancies are not resolved?
select
  (select count(*) from dossier where unit = :unit) as dossiers,
  (select count(*) from discrepancy where unit = :unit and state <> 'resolved') as open
