-- A member's XP is what the awards give and what administrators add or take. Each is written by itself, so neither touches the other,
-- and the total cannot drift from the two. Older builds write the total itself, and must not run beside this.
ALTER TABLE member_progress RENAME COLUMN xp TO earned;

DROP INDEX member_progress_by_xp;

ALTER TABLE member_progress
    ADD COLUMN adjusted bigint NOT NULL DEFAULT 0,
    ADD COLUMN xp       bigint NOT NULL GENERATED ALWAYS AS (greatest(0, earned + adjusted)) STORED;

-- places and pages are counted along this index alone
CREATE INDEX member_progress_by_xp ON member_progress (guild_id, xp DESC, user_id) WHERE xp > 0;
