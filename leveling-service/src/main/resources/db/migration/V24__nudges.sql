-- Members who want to be told when they have been quiet for long.
CREATE TABLE nudge (
    guild_id bigint   NOT NULL,
    user_id  bigint   NOT NULL,
    days     smallint NOT NULL CHECK (days BETWEEN 3 AND 365),
    since    bigint   NOT NULL, -- when they asked for it, milliseconds since 1970-01-01T00:00:00Z
    nudged   bigint   NOT NULL DEFAULT 0, -- since when they were quiet when they were last told
    PRIMARY KEY (guild_id, user_id)
);
