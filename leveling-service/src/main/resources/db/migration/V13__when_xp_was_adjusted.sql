-- When administrators changed what members have, so that the XP of any moment can be told. Whoever writes the column need not think of it.
CREATE TABLE adjustment_log (
    guild_id bigint NOT NULL,
    user_id  bigint NOT NULL,
    number   bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    at       bigint NOT NULL, -- milliseconds since 1970-01-01T00:00:00Z
    change   bigint NOT NULL,
    PRIMARY KEY (guild_id, user_id, number)
);

CREATE FUNCTION log_adjustment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO adjustment_log (guild_id, user_id, at, change)
    VALUES (new.guild_id, new.user_id, extract(epoch FROM clock_timestamp()) * 1000,
        new.adjusted - CASE WHEN tg_op = 'INSERT' THEN 0 ELSE old.adjusted END);
    RETURN NULL;
END $$;

CREATE TRIGGER adjustment_inserted AFTER INSERT ON member_progress
    FOR EACH ROW WHEN (new.adjusted <> 0) EXECUTE FUNCTION log_adjustment();
CREATE TRIGGER adjustment_updated AFTER UPDATE OF adjusted ON member_progress
    FOR EACH ROW WHEN (new.adjusted <> old.adjusted) EXECUTE FUNCTION log_adjustment();

INSERT INTO adjustment_log (guild_id, user_id, at, change)
SELECT guild_id, user_id, extract(epoch FROM now()) * 1000, adjusted FROM member_progress WHERE adjusted <> 0;
