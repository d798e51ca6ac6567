-- Minutes of voice count in weeks and months like those of writing, and have a board of their own.
CREATE TRIGGER voice_inserted AFTER INSERT ON voice_award
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION award_change_of_insert();
CREATE TRIGGER voice_updated AFTER UPDATE ON voice_award
    REFERENCING NEW TABLE AS fresh OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION award_change_of_update();
CREATE TRIGGER voice_deleted AFTER DELETE ON voice_award
    REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION award_change_of_delete();

INSERT INTO award_change SELECT guild_id, user_id, minute, xp, true FROM voice_award WHERE xp <> 0;

-- So do XP for coins, by the minute in which the coins were earned.
CREATE FUNCTION award_change_of_coins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO award_change
    SELECT guild_id, user_id, (at / 60000)::integer, CASE tg_op WHEN 'INSERT' THEN xp ELSE -xp END, false
    FROM changed WHERE xp <> 0;
    RETURN NULL;
END $$;

CREATE TRIGGER coins_inserted AFTER INSERT ON coin_award
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION award_change_of_coins();
CREATE TRIGGER coins_deleted AFTER DELETE ON coin_award
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION award_change_of_coins();

INSERT INTO award_change SELECT guild_id, user_id, (at / 60000)::integer, xp, false FROM coin_award WHERE xp <> 0;
