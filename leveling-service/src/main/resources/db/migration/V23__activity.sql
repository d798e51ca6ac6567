-- Messages as they come, until they are counted: a row without an index costs little beside the award of its minute.
CREATE TABLE message_log (
    guild_id bigint NOT NULL,
    user_id  bigint NOT NULL,
    message  bigint NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- Which messages a member wrote in an hour. The ids themselves are kept, 8 bytes each, so that a copy counts once whenever it comes.
CREATE TABLE message_hour (
    guild_id bigint   NOT NULL,
    user_id  bigint   NOT NULL,
    hour     integer  NOT NULL, -- since 1970-01-01T00:00:00Z, of the snowflakes
    messages bigint[] NOT NULL,
    PRIMARY KEY (guild_id, user_id, hour)
);

CREATE INDEX message_hour_by_time ON message_hour (guild_id, hour);

-- Commands of all services, as members asked them.
CREATE TABLE command_use (
    guild_id bigint  NOT NULL,
    event    text    NOT NULL, -- its id
    user_id  bigint  NOT NULL,
    command  text    NOT NULL,
    hour     integer NOT NULL,
    PRIMARY KEY (guild_id, event)
);

CREATE INDEX command_use_by_time ON command_use (guild_id, hour);

-- Who came and who left.
CREATE TABLE member_change (
    guild_id bigint      NOT NULL,
    event    text        NOT NULL, -- its id
    user_id  bigint      NOT NULL,
    joined   boolean     NOT NULL, -- otherwise left
    at       timestamptz NOT NULL,
    PRIMARY KEY (guild_id, event)
);

CREATE INDEX member_change_by_time ON member_change (guild_id, at);
CREATE INDEX member_change_by_member ON member_change (guild_id, user_id, at);
