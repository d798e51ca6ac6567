CREATE SEQUENCE item_id;
CREATE SEQUENCE role_loan_id;

-- What a guild sells. What is removed stays for those who have some.
CREATE TABLE item (
    id            bigint  PRIMARY KEY,
    guild_id      bigint  NOT NULL,
    name          text    NOT NULL,
    name_key      text    NOT NULL, -- the name as it is compared
    description   text    NOT NULL,
    price         bigint  NOT NULL CHECK (price >= 1),
    stock         bigint  CONSTRAINT no_negative_stock CHECK (stock >= 0), -- none where there is no end of them
    per_member    bigint  CHECK (per_member >= 1),
    requires      bigint,           -- a role
    gives         bigint,           -- a role
    lasts_seconds bigint  CHECK (lasts_seconds >= 1),
    closes_at     timestamptz,
    removed       boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX item_by_name ON item (guild_id, name_key) WHERE NOT removed;
CREATE INDEX item_of_guild ON item (guild_id);

CREATE TABLE possession (
    item_id  bigint NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    guild_id bigint NOT NULL,
    user_id  bigint NOT NULL,
    quantity bigint NOT NULL CHECK (quantity >= 0),
    bought   bigint NOT NULL CHECK (bought >= 0), -- and not sold again: what the limit counts
    PRIMARY KEY (item_id, user_id)
);
CREATE INDEX possession_of_member ON possession (guild_id, user_id) WHERE quantity > 0;

-- Roles that items gave for a time.
CREATE TABLE role_loan (
    id       bigint      PRIMARY KEY,
    guild_id bigint      NOT NULL,
    user_id  bigint      NOT NULL,
    role_id  bigint      NOT NULL,
    until    timestamptz NOT NULL,
    UNIQUE (guild_id, user_id, role_id)
);
