-- what holds for a member without naming them: mark is a keyed hash of the id, whose key lies with the data keys
CREATE TABLE member_standing (
    mark       text PRIMARY KEY,
    generation integer NOT NULL DEFAULT 0,
    erased_at  timestamptz,
    silent     boolean NOT NULL DEFAULT false,
    told       boolean NOT NULL DEFAULT false
);

-- members who are still to be told that what they say is kept
CREATE TABLE privacy_notice (
    member  bigint PRIMARY KEY,
    channel bigint NOT NULL,
    since   timestamptz NOT NULL
);

-- turns and summaries, a partition for each month of at
CREATE TABLE conversation_record (
    at       timestamptz NOT NULL,
    event_id text NOT NULL,
    member   bigint NOT NULL,
    kind     text NOT NULL,
    sealed   bytea NOT NULL,
    PRIMARY KEY (at, event_id)
) PARTITION BY RANGE (at);

CREATE INDEX conversation_record_of_member ON conversation_record (member, at);

-- makes a month's partition unless it is there; attaching it stops nobody who writes into another, as making it in place would
CREATE FUNCTION ensure_conversation_month(month date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    name text := 'conversation_record_' || to_char(month, 'YYYY_MM');
BEGIN
    IF to_regclass(name) IS NOT NULL THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('conversation months', 0));
    IF to_regclass(name) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE conversation_record INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
    EXECUTE format(
        'ALTER TABLE conversation_record ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
        name,
        to_char(month, 'YYYY-MM-01') || ' 00:00:00+00',
        to_char(month + interval '1 month', 'YYYY-MM-01') || ' 00:00:00+00');
    RETURN true;
END $$;

-- drops the months that had ended by then, and tells how many
CREATE FUNCTION drop_conversation_months(before timestamptz) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    name text;
    dropped integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('conversation months', 0));
    FOR name IN
        SELECT c.relname FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'conversation_record'::regclass
            AND to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= before AT TIME ZONE 'UTC'
        ORDER BY c.relname
    LOOP
        EXECUTE format('DROP TABLE %I', name);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END $$;
