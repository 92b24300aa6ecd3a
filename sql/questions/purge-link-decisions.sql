-- Which decisions are about dossiers that go? Their numbers stay: documents name the last one.
update link_decision
set key = 'purged/' || decision, kind = 'unlinked', why = null, own_number = null, procedure = null, received_day = null,
  identity = null, identity_valid = null, person = null
where unit = :unit and dossier in (select value from json_each(:dossiers))
