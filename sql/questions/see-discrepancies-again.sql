-- Which discrepancies stand as they stood, seen on a later night? (What was verified and open was raised on the last one.)
update discrepancy set last_seen = :as_of
where unit = :unit and verified = 1 and state <> 'resolved' and last_seen < :as_of
