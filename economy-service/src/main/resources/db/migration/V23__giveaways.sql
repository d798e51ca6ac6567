CREATE SEQUENCE giveaway_id;

-- Prizes that are drawn among those who entered. Coins lie in the escrow 'giveaway:<id>'.
CREATE TABLE giveaway (
    id          bigint      PRIMARY KEY,
    guild_id    bigint      NOT NULL,
    host        bigint      NOT NULL,
    channel_id  bigint      NOT NULL,
    board       text        NOT NULL, -- the reply that shows it
    prize       text        NOT NULL, -- empty where coins are all of it
    coins       bigint      NOT NULL CHECK (coins >= 0),
    winners     integer     NOT NULL CHECK (winners >= 1),
    role_id     bigint,
    level       integer     CHECK (level >= 1),
    age_seconds bigint      CHECK (age_seconds >= 1),
    ends_at     timestamptz NOT NULL,
    seed        text        NOT NULL CHECK (length(seed) = 64), -- of the next draw
    rounds      integer     NOT NULL DEFAULT 0 CHECK (rounds >= 0), -- how often it was drawn
    changes     bigint      NOT NULL DEFAULT 0 CHECK (changes >= 0) -- how often somebody entered or left
);
CREATE INDEX giveaway_of_guild ON giveaway (guild_id, id);

CREATE TABLE giveaway_entry (
    giveaway_id bigint NOT NULL REFERENCES giveaway (id) ON DELETE CASCADE,
    user_id     bigint NOT NULL,
    PRIMARY KEY (giveaway_id, user_id)
);

CREATE TABLE giveaway_winner (
    giveaway_id bigint  NOT NULL REFERENCES giveaway (id) ON DELETE CASCADE,
    user_id     bigint  NOT NULL,
    round       integer NOT NULL CHECK (round >= 0),
    replaced    boolean NOT NULL DEFAULT false, -- somebody else was drawn in their place
    PRIMARY KEY (giveaway_id, user_id)
);

-- What the leveling service told.
CREATE TABLE member_level (
    guild_id bigint  NOT NULL,
    user_id  bigint  NOT NULL,
    level    integer NOT NULL,
    PRIMARY KEY (guild_id, user_id)
);
