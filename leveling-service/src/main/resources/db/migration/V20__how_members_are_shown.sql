-- How a member wants to be shown: hidden ones stand in no list, and a card has the theme that its member chose.
ALTER TABLE member_progress
    ADD COLUMN hidden boolean          NOT NULL DEFAULT false,
    ADD COLUMN theme  text COLLATE "C" NOT NULL DEFAULT ''; -- empty for the guild's

-- places and pages are counted along this index alone
DROP INDEX member_progress_by_xp;
CREATE INDEX member_progress_by_xp ON member_progress (guild_id, xp DESC, user_id) WHERE xp > 0 AND NOT hidden;
