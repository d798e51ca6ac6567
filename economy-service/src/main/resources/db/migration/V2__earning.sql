-- When a member last claimed and worked.
CREATE TABLE earning (
    guild_id   bigint  NOT NULL,
    user_id    bigint  NOT NULL,
    claimed_at timestamptz,
    streak     integer NOT NULL DEFAULT 0 CHECK (streak >= 0), -- days in a row, with that claim
    worked_at  timestamptz,
    PRIMARY KEY (guild_id, user_id)
);

-- Ten minutes of the clock in which a member wrote. The key makes them earn once, whatever comes and however often.
CREATE TABLE active_window (
    guild_id bigint  NOT NULL,
    user_id  bigint  NOT NULL,
    tenth    integer NOT NULL CHECK (tenth >= 0), -- whole ten minutes since 1970-01-01T00:00:00Z
    amount   bigint  NOT NULL CHECK (amount > 0), -- by the settings that held when they began
    paid     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (guild_id, user_id, tenth)
);
CREATE INDEX active_window_unpaid ON active_window (guild_id, user_id, tenth) WHERE NOT paid;
