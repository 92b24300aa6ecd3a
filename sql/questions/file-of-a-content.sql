-- Is this content known already?
select file, state from file where unit = :unit and sha256 = :sha256
