CREATE SEQUENCE airdrop_id;

-- Coins that a member set apart for others. They lie in the escrow 'airdrop:<id>'.
CREATE TABLE airdrop (
    id         bigint      PRIMARY KEY,
    guild_id   bigint      NOT NULL,
    giver      bigint      NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('FIRST', 'EVEN')),
    coins      bigint      NOT NULL CHECK (coins >= places),
    places     integer     NOT NULL CHECK (places >= 1),
    channel_id bigint      NOT NULL,
    board      text        NOT NULL, -- the reply that shows it
    ends_at    timestamptz NOT NULL,
    claims     integer     NOT NULL DEFAULT 0 CHECK (claims BETWEEN 0 AND places),
    ended      boolean     NOT NULL DEFAULT false
);
CREATE INDEX airdrop_of_guild ON airdrop (guild_id);

CREATE TABLE airdrop_claim (
    airdrop_id bigint  NOT NULL REFERENCES airdrop (id) ON DELETE CASCADE,
    user_id    bigint  NOT NULL,
    place      integer NOT NULL CHECK (place >= 1),
    PRIMARY KEY (airdrop_id, user_id),
    UNIQUE (airdrop_id, place)
);
