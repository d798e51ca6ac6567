-- Work that takes longer than a record may. It is noted in the transaction of the record that asks for it.
CREATE TABLE job (
    id          text        PRIMARY KEY,               -- the event that asks for it
    place       bigint      GENERATED ALWAYS AS IDENTITY,
    correlation text        NOT NULL,
    kind        text        NOT NULL,
    lane        text        NOT NULL,                   -- one after another
    user_id     bigint      NOT NULL,
    guild_id    bigint,
    body        text,                                   -- goes when it is done
    trace       text,
    at          timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    state       text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'answered', 'done')),
    attempt     integer     NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    lease_until timestamptz NOT NULL DEFAULT '-infinity',
    outcome     text        CHECK ((outcome IS NOT NULL) = (state = 'answered')), -- goes when the broker has it
    CHECK ((body IS NULL) = (state IN ('answered', 'done')))
);
CREATE INDEX job_open ON job (lane, place) WHERE state <> 'done';
CREATE INDEX job_known ON job (at) WHERE state = 'done';
