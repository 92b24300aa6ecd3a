-- What did this night say of some discrepancies, when it was run before?
delete from discrepancy_version
where unit = :unit and as_of = :as_of and discrepancy in (select value from json_each(:discrepancies))
