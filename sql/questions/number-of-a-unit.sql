-- Which number has the ward of an agency code?
select unit from unit where agency_code = :agency_code
