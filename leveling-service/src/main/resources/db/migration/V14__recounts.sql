-- All that was written in a guild before a moment is judged by one version of its rules. Times are milliseconds since
-- 1970-01-01T00:00:00Z.
CREATE TABLE xp_recount (
    guild_id bigint  NOT NULL PRIMARY KEY,
    version  bigint  NOT NULL,
    before   bigint  NOT NULL,
    asked_at bigint  NOT NULL,
    cause    text    NOT NULL,
    cursor   bigint  NOT NULL DEFAULT 0, -- the member who was done last
    done     boolean NOT NULL DEFAULT false
);
