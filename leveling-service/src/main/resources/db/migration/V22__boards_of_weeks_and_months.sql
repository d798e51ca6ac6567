-- Every change of an award, until it is added to the totals of its week and month. Nobody waits for those, so the changes of some seconds
-- are added up first: that costs much less than two more rows with each message.
CREATE TABLE award_change (
    guild_id bigint  NOT NULL,
    user_id  bigint  NOT NULL,
    minute   integer NOT NULL,
    gained   integer NOT NULL,
    voice    boolean NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

CREATE FUNCTION award_change_of_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO award_change SELECT guild_id, user_id, minute, xp, tg_table_name = 'voice_award' FROM fresh WHERE xp <> 0;
    RETURN NULL;
END $$;

CREATE FUNCTION award_change_of_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO award_change
    SELECT guild_id, user_id, minute, xp, tg_table_name = 'voice_award' FROM fresh
    UNION ALL
    SELECT guild_id, user_id, minute, -xp, tg_table_name = 'voice_award' FROM stale;
    RETURN NULL;
END $$;

CREATE FUNCTION award_change_of_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO award_change SELECT guild_id, user_id, minute, -xp, tg_table_name = 'voice_award' FROM stale WHERE xp <> 0;
    RETURN NULL;
END $$;

CREATE TRIGGER award_inserted AFTER INSERT ON minute_award
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION award_change_of_insert();
CREATE TRIGGER award_updated AFTER UPDATE ON minute_award
    REFERENCING NEW TABLE AS fresh OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION award_change_of_update();
CREATE TRIGGER award_deleted AFTER DELETE ON minute_award
    REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION award_change_of_delete();

INSERT INTO award_change SELECT guild_id, user_id, minute, xp, false FROM minute_award WHERE xp <> 0;

-- What members earned in a week (from Monday) or a month, both in UTC: the sums of their awards.
CREATE TABLE period_total (
    guild_id bigint   NOT NULL,
    board    smallint NOT NULL, -- 1 a week, 2 a month, 3 voice of all time
    period   integer  NOT NULL, -- weeks since Monday, 1969-12-29; months since January of the year 0; 0 for all time
    user_id  bigint   NOT NULL,
    xp       bigint   NOT NULL,
    PRIMARY KEY (guild_id, board, period, user_id)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

CREATE INDEX period_total_by_xp ON period_total (guild_id, board, period, xp DESC, user_id) WHERE xp > 0;

-- whom the lists of weeks and months leave out
CREATE INDEX member_progress_hidden ON member_progress (guild_id, user_id) WHERE hidden;
