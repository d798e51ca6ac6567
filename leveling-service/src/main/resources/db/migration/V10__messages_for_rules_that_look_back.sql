-- What rules look at in a message, without its content. Only guilds whose rules look back have rows here: their awards follow from these
-- alone, in the order of the snowflakes.
CREATE TABLE message_feature (
    guild_id   bigint   NOT NULL,
    user_id    bigint   NOT NULL,
    message    bigint   NOT NULL,
    live       boolean  NOT NULL,
    created_at bigint   NOT NULL, -- milliseconds since 1970-01-01T00:00:00Z
    length     integer  NOT NULL,
    collapsed  integer  NOT NULL,
    words      integer  NOT NULL,
    sketch     bigint   NOT NULL,
    command    boolean  NOT NULL,
    roles      bigint[] NOT NULL,
    places     bigint[] NOT NULL, -- the channel or thread, then what it stands in
    PRIMARY KEY (guild_id, user_id, message)
);
