-- What resets took, so that the last one can be brought back.
CREATE TABLE xp_reset (
    guild_id bigint      NOT NULL,
    number   bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    at       timestamptz NOT NULL,
    by       bigint      NOT NULL,
    restored boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (guild_id, number)
);

CREATE TABLE xp_reset_member (
    guild_id bigint NOT NULL,
    number   bigint NOT NULL,
    user_id  bigint NOT NULL,
    taken    bigint NOT NULL CHECK (taken > 0),
    PRIMARY KEY (guild_id, number, user_id),
    FOREIGN KEY (guild_id, number) REFERENCES xp_reset ON DELETE CASCADE
);

-- Imports that were checked and wait for a button. One for each guild: a new one takes the place of the last.
CREATE TABLE xp_import (
    guild_id bigint      NOT NULL PRIMARY KEY,
    token    text        NOT NULL,
    at       timestamptz NOT NULL,
    by       bigint      NOT NULL,
    adds     boolean     NOT NULL, -- to what members have; otherwise in its place
    users    bigint[]    NOT NULL,
    names    text[]      NOT NULL,
    xps      bigint[]    NOT NULL
);
