-- guilds that removed the bot, and when what is kept of them was deleted
CREATE TABLE left_guild (
    guild     bigint PRIMARY KEY,
    left_at   timestamptz NOT NULL,
    forgotten boolean NOT NULL DEFAULT false
);

-- a guild's timers rest while the bot is not in it
ALTER TABLE timer ADD COLUMN guild bigint;
CREATE INDEX timer_by_guild ON timer (guild) WHERE guild IS NOT NULL;
