-- the master key in use: what it sealed proves it; the version rises with each rotation
CREATE TABLE master_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    version  integer NOT NULL,
    proof    bytea NOT NULL
);

-- the data keys, wrapped; an erased member's next key is of the next generation, and nobody's is member 0's
CREATE TABLE data_key (
    member     bigint NOT NULL,
    generation integer NOT NULL,
    version    integer NOT NULL,
    wrapped    bytea NOT NULL,
    PRIMARY KEY (member, generation)
);

CREATE INDEX data_key_by_version ON data_key (version);
