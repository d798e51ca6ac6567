-- The message that has a member's calendar minute, and what it earned. Everything else follows from here: totals of a day, a week or a
-- month in any time zone are sums over ranges of minutes.
CREATE TABLE minute_award (
    guild_id bigint  NOT NULL,
    user_id  bigint  NOT NULL,
    minute   integer NOT NULL CHECK (minute >= 0), -- whole minutes since 1970-01-01T00:00:00Z
    live     boolean NOT NULL,                     -- whether the gateway saw the message live
    winner   bigint  NOT NULL,                     -- the message
    rules    bigint  NOT NULL CHECK (rules >= 0),  -- version of the guild's settings by which it was judged
    xp       integer NOT NULL CHECK (xp >= 0),
    PRIMARY KEY (guild_id, user_id, minute)
);

-- A member's total: always the sum of their awards, written in the same statement. And how they were last seen.
CREATE TABLE member_progress (
    guild_id     bigint  NOT NULL,
    user_id      bigint  NOT NULL,
    xp           bigint  NOT NULL CHECK (xp >= 0),
    seen_message bigint  NOT NULL,
    seen_live    boolean NOT NULL,
    name         text COLLATE "C" NOT NULL,
    avatar       text COLLATE "C" NOT NULL,        -- hash for Discord's CDN; empty for none
    PRIMARY KEY (guild_id, user_id)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- places and pages are counted along this index alone
CREATE INDEX member_progress_by_xp ON member_progress (guild_id, xp DESC, user_id) WHERE xp > 0;
