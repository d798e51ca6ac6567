CREATE TABLE inbox (
    event_id    text PRIMARY KEY,
    handled_at  timestamptz NOT NULL,
    outcome     text NOT NULL,
    has_content boolean NOT NULL
);
CREATE INDEX inbox_by_age ON inbox (handled_at);
CREATE INDEX inbox_with_content_by_age ON inbox (handled_at) WHERE has_content;

-- where each partition was read up to, written in the transaction of the effects
CREATE TABLE consumed_offset (
    topic       text NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint NOT NULL CHECK (next_offset >= 0),
    PRIMARY KEY (topic, partition)
);

-- records to publish when they are due
CREATE TABLE timer (
    id     text PRIMARY KEY,
    due_at timestamptz NOT NULL,
    record text NOT NULL
);
CREATE INDEX timer_by_due ON timer (due_at);
