-- Comparisons of levels with the roles that members hold: one for each guild that rewards levels. Times are milliseconds since
-- 1970-01-01T00:00:00Z.
CREATE TABLE reward_comparison (
    guild_id       bigint  NOT NULL PRIMARY KEY,
    due_at         bigint  NOT NULL,
    cursor         bigint  NOT NULL DEFAULT 0, -- the member who was asked for last
    members        integer NOT NULL DEFAULT 0,
    granted        integer NOT NULL DEFAULT 0,
    withdrawn      integer NOT NULL DEFAULT 0,
    refused        integer NOT NULL DEFAULT 0,
    corrected      integer NOT NULL DEFAULT 0,
    last_at        bigint,
    last_members   integer NOT NULL DEFAULT 0,
    last_granted   integer NOT NULL DEFAULT 0,
    last_withdrawn integer NOT NULL DEFAULT 0,
    last_refused   integer NOT NULL DEFAULT 0,
    last_corrected integer NOT NULL DEFAULT 0
);

-- members who are being looked up
CREATE TABLE reward_lookup (
    action   text   NOT NULL PRIMARY KEY,
    guild_id bigint NOT NULL,
    user_id  bigint NOT NULL,
    asked_at bigint NOT NULL
);

CREATE INDEX reward_lookup_by_guild ON reward_lookup (guild_id, asked_at);

-- A full minute in a voice channel, and what it earned.
CREATE TABLE voice_award (
    guild_id bigint  NOT NULL,
    user_id  bigint  NOT NULL,
    minute   integer NOT NULL CHECK (minute >= 0), -- whole minutes since 1970-01-01T00:00:00Z
    channel  bigint  NOT NULL,
    rules    bigint  NOT NULL CHECK (rules >= 0),
    xp       integer NOT NULL CHECK (xp >= 0),
    PRIMARY KEY (guild_id, user_id, minute)
);

-- Voice states as they were heard of, for as long as a late one may still change what follows.
CREATE TABLE voice_state (
    event    text    NOT NULL PRIMARY KEY,
    guild_id bigint  NOT NULL,
    at       bigint  NOT NULL, -- milliseconds since 1970-01-01T00:00:00Z
    sequence bigint  NOT NULL, -- of the event in its session
    user_id  bigint  NOT NULL,
    channel  bigint  NOT NULL, -- 0 for none
    speaking boolean NOT NULL, -- neither bot, muted nor deafened
    human    boolean NOT NULL,
    resync   boolean NOT NULL  -- what was before it is unknown
);

CREATE INDEX voice_state_by_time ON voice_state (guild_id, at, event);

-- XP for coins that a member earned.
CREATE TABLE coin_award (
    guild_id    bigint  NOT NULL,
    user_id     bigint  NOT NULL,
    transaction bigint  NOT NULL, -- its number in the guild's ledger
    at          bigint  NOT NULL,
    coins       bigint  NOT NULL,
    rules       bigint  NOT NULL CHECK (rules >= 0),
    xp          integer NOT NULL CHECK (xp >= 0),
    PRIMARY KEY (guild_id, user_id, transaction)
);
