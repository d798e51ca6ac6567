CREATE SEQUENCE fair_seed_id;
CREATE SEQUENCE game_id;

-- The server's seeds. Of each member's the newest is secret, and only its hash is told; a told one is used no more.
CREATE TABLE fair_seed (
    id       bigint  PRIMARY KEY,
    guild_id bigint  NOT NULL,
    user_id  bigint  NOT NULL,
    seed     text    NOT NULL CHECK (length(seed) = 64),
    games    bigint  NOT NULL DEFAULT 0 CHECK (games >= 0), -- the nonce of the next one
    told     boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX fair_seed_in_use ON fair_seed (guild_id, user_id) WHERE NOT told;
CREATE INDEX fair_seed_of_guild ON fair_seed (guild_id);

-- What members chose as their own seed; their id where they chose none.
CREATE TABLE fair_member (
    guild_id bigint NOT NULL,
    user_id  bigint NOT NULL,
    seed     text   NOT NULL,
    PRIMARY KEY (guild_id, user_id)
);

-- Games, all that is needed to reckon them again. A hand of blackjack stands here while it is played.
CREATE TABLE game (
    id          bigint  PRIMARY KEY,
    guild_id    bigint  NOT NULL,
    number      bigint  NOT NULL CHECK (number >= 1), -- of the transaction by which it began
    user_id     bigint  NOT NULL,
    kind        text    NOT NULL,
    choice      text    NOT NULL, -- what the member chose; in blackjack the moves
    stake       bigint  NOT NULL CHECK (stake >= 1),
    paid        bigint  NOT NULL DEFAULT 0 CHECK (paid >= 0),
    edge        integer NOT NULL CHECK (edge BETWEEN 0 AND 10000), -- hundredths of a percent
    seed_id     bigint  NOT NULL REFERENCES fair_seed (id) ON DELETE CASCADE,
    member_seed text    NOT NULL,
    nonce       bigint  NOT NULL CHECK (nonce >= 0),
    outcome     text,             -- none while it is played
    channel_id  bigint,
    board       text,             -- the reply that shows it
    UNIQUE (guild_id, number),
    UNIQUE (seed_id, nonce)
);
CREATE UNIQUE INDEX game_open ON game (guild_id, user_id) WHERE outcome IS NULL;
