-- every version of every guild's settings; the newest is the one with the highest number
CREATE TABLE settings_version (
    guild          bigint NOT NULL,
    version        bigint NOT NULL CHECK (version > 0),
    effective_from timestamptz NOT NULL,
    changed_by     bigint NOT NULL,
    changed        text NOT NULL,
    held           text NOT NULL,
    PRIMARY KEY (guild, version)
);
