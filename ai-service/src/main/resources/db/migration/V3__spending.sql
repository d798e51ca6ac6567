-- What was spent on a day, in UTC: by all, by a guild (0: direct messages), by a member of it. Money is in millionths of a US dollar.
CREATE TABLE spending (
    day             date   NOT NULL,
    scope           text   NOT NULL CHECK (scope IN ('all', 'guild', 'member')),
    guild_id        bigint NOT NULL,
    user_id         bigint NOT NULL,
    tokens          bigint NOT NULL DEFAULT 0 CHECK (tokens >= 0),
    money           bigint NOT NULL DEFAULT 0 CHECK (money >= 0),
    reserved_tokens bigint NOT NULL DEFAULT 0 CHECK (reserved_tokens >= 0),
    reserved_money  bigint NOT NULL DEFAULT 0 CHECK (reserved_money >= 0),
    calls           bigint NOT NULL DEFAULT 0 CHECK (calls >= 0),
    PRIMARY KEY (guild_id, user_id, scope, day)
) WITH (fillfactor = 70);
CREATE INDEX spending_by_day ON spending (day);

-- What calls in flight may come to; settled by what they came to.
CREATE TABLE reservation (
    id       text        PRIMARY KEY,
    day      date        NOT NULL,
    guild_id bigint      NOT NULL,
    user_id  bigint      NOT NULL,
    tokens   bigint      NOT NULL CHECK (tokens >= 0),
    money    bigint      NOT NULL CHECK (money >= 0),
    at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reservation_at ON reservation (at);

-- Reserves for member, guild and all, or for nobody; gives the scope whose limit is in the way, or null. All lock in this order, and the
-- row that everybody shares is locked last and shortest.
CREATE FUNCTION reserve_spending(p_id text, p_day date, p_guild bigint, p_user bigint, p_tokens bigint, p_money bigint,
        p_token_limits bigint[], p_money_limits bigint[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    scopes CONSTANT text[] := ARRAY['member', 'guild', 'all'];
    i integer;
BEGIN
    INSERT INTO reservation (id, day, guild_id, user_id, tokens, money) VALUES (p_id, p_day, p_guild, p_user, p_tokens, p_money)
        ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    FOR i IN 1..3 LOOP
        IF p_tokens > p_token_limits[i] OR p_money > p_money_limits[i] THEN
            RAISE EXCEPTION USING ERRCODE = 'WB001', MESSAGE = scopes[i];
        END IF;
        INSERT INTO spending AS s (day, scope, guild_id, user_id, reserved_tokens, reserved_money)
            VALUES (p_day, scopes[i], CASE WHEN i <= 2 THEN p_guild ELSE 0 END, CASE WHEN i = 1 THEN p_user ELSE 0 END, p_tokens, p_money)
            ON CONFLICT (guild_id, user_id, scope, day) DO UPDATE
                SET reserved_tokens = s.reserved_tokens + p_tokens, reserved_money = s.reserved_money + p_money
                WHERE s.tokens + s.reserved_tokens + p_tokens <= p_token_limits[i]
                    AND s.money + s.reserved_money + p_money <= p_money_limits[i];
        IF NOT FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'WB001', MESSAGE = scopes[i];
        END IF;
    END LOOP;
    RETURN NULL;
EXCEPTION WHEN SQLSTATE 'WB001' THEN
    RETURN SQLERRM;
END $$;

-- Puts what a call came to in the place of what was reserved for it, once.
CREATE FUNCTION settle_spending(p_id text, p_tokens bigint, p_money bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    held reservation;
    scopes CONSTANT text[] := ARRAY['member', 'guild', 'all'];
    i integer;
BEGIN
    DELETE FROM reservation WHERE id = p_id RETURNING * INTO held;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    FOR i IN 1..3 LOOP
        UPDATE spending SET tokens = tokens + p_tokens, money = money + p_money,
                reserved_tokens = reserved_tokens - held.tokens, reserved_money = reserved_money - held.money,
                calls = calls + CASE WHEN p_tokens > 0 THEN 1 ELSE 0 END
            WHERE day = held.day AND scope = scopes[i] AND guild_id = CASE WHEN i <= 2 THEN held.guild_id ELSE 0 END
                AND user_id = CASE WHEN i = 1 THEN held.user_id ELSE 0 END;
    END LOOP;
    RETURN true;
END $$;
