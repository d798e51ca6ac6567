-- A conversation of a member in a channel, without what was said. One at a time is open.
CREATE TABLE conversation (
    id         text        PRIMARY KEY,
    guild_id   bigint,
    channel_id bigint      NOT NULL,
    user_id    bigint      NOT NULL,
    turns      integer     NOT NULL DEFAULT 0 CHECK (turns >= 0),
    opened_at  timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,
    ended_at   timestamptz
);
CREATE UNIQUE INDEX conversation_open ON conversation (channel_id, user_id) WHERE ended_at IS NULL;
CREATE INDEX conversation_idle ON conversation (last_at) WHERE ended_at IS NULL;
CREATE INDEX conversation_ended ON conversation (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX conversation_of_guild ON conversation (guild_id);
CREATE INDEX conversation_of_user ON conversation (user_id);
