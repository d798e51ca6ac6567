-- the seed of draws; there is one
CREATE TABLE draw_seed (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    seed text NOT NULL CHECK (length(seed) = 64),
    made_at timestamptz NOT NULL DEFAULT now()
);

-- the personas that a guild made for itself
CREATE TABLE guild_persona (
    guild_id bigint NOT NULL,
    id text NOT NULL CHECK (id ~ '^[a-z0-9-]{1,32}$'),
    name text NOT NULL,
    emoji text NOT NULL,
    greeting text NOT NULL,
    loading_line text NOT NULL,
    instructions text NOT NULL,
    made_by bigint NOT NULL,
    PRIMARY KEY (guild_id, id)
);

-- whom a member chose, or the whole guild (user 0); guild 0 is direct messages
CREATE TABLE persona_choice (
    guild_id bigint NOT NULL,
    user_id bigint NOT NULL,
    persona_id text NOT NULL,
    PRIMARY KEY (guild_id, user_id)
);

-- how a member wants to be answered, in a guild or in direct messages (0)
CREATE TABLE member_manner (
    guild_id bigint NOT NULL,
    user_id bigint NOT NULL,
    creativity text NOT NULL CHECK (creativity IN ('precise', 'balanced', 'creative', 'wild')),
    mode text NOT NULL CHECK (mode IN ('normal', 'code')),
    PRIMARY KEY (guild_id, user_id)
);
