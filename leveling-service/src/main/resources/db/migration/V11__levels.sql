-- Levels are told once, ever: the row keeps the highest that was told, and the XP at which the next one is due.
ALTER TABLE member_progress
    ADD COLUMN seen_channel bigint  NOT NULL DEFAULT 0, -- where they wrote last; 0 where nobody knows
    ADD COLUMN level        integer NOT NULL DEFAULT 0,
    ADD COLUMN next_at      bigint  NOT NULL DEFAULT 100,
    ADD COLUMN cause        text,                       -- what gave XP last, besides messages
    ADD COLUMN caused_at    bigint;                     -- when, in milliseconds since 1970-01-01T00:00:00Z

-- what members have already is no news; the curve is the one that every guild had until now
UPDATE member_progress AS held
SET level = reached.level, next_at = 5 * (reached.level + 1) * (2 * (reached.level + 1) * (reached.level + 1) + 27 * (reached.level + 1) + 91) / 6
FROM (
    SELECT guild_id, user_id, max(l) AS level
    FROM member_progress CROSS JOIN generate_series(0::bigint, 1000) AS l
    WHERE 5 * l * (2 * l * l + 27 * l + 91) / 6 <= xp
    GROUP BY guild_id, user_id
) AS reached
WHERE held.guild_id = reached.guild_id AND held.user_id = reached.user_id;

-- those who are due, and nobody else
CREATE INDEX member_progress_rising ON member_progress (guild_id, user_id) WHERE xp >= next_at;

-- the curve by which a guild's levels were asked last, where it is not the default
CREATE TABLE guild_curve (
    guild_id bigint NOT NULL PRIMARY KEY,
    square   bigint NOT NULL,
    linear   bigint NOT NULL,
    constant bigint NOT NULL
);
