-- Is this content known already, and was it taken?
select file, state, reason from file where unit = :unit and sha256 = :sha256
