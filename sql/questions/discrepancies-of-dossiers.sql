-- What is remembered of some dossiers, and of what is no dossier's?
select discrepancy.* from json_each(:dossiers) as wanted
cross join discrepancy indexed by discrepancy_of_dossier on discrepancy.unit = :unit and discrepancy.dossier = wanted.value
union all
select * from discrepancy indexed by discrepancy_of_dossier where unit = :unit and dossier is null
