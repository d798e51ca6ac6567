-- what a shard must not forget; epoch tells an owner who was superseded
CREATE TABLE shard (
    shard       integer PRIMARY KEY,
    shards      integer NOT NULL,
    epoch       bigint NOT NULL,
    session_id  text,
    resume_url  text,
    application bigint,
    flags       bigint,
    bot         bigint,
    bot_name    text,
    sequence    bigint NOT NULL DEFAULT 0,
    newest      bigint NOT NULL DEFAULT 0,
    since       bigint NOT NULL DEFAULT 0,
    awaited     bigint[] NOT NULL DEFAULT '{}'
) WITH (fillfactor = 50);

-- the newest message that Kafka has of each channel in which something was said lately; no guild for direct messages
CREATE TABLE channel_mark (
    channel bigint PRIMARY KEY,
    guild   bigint,
    message bigint NOT NULL
) WITH (fillfactor = 70);

-- what is to be read back: after one message, up to and with another
CREATE TABLE gap (
    channel       bigint PRIMARY KEY,
    guild         bigint,
    after_message bigint NOT NULL,
    until_message bigint NOT NULL,
    reason        text NOT NULL,
    opened_at     timestamptz NOT NULL DEFAULT now(),
    messages      integer NOT NULL DEFAULT 0
);
CREATE INDEX gap_by_age ON gap (until_message DESC);
