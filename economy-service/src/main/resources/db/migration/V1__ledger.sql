-- The book of a guild: how far its ledger goes. Who writes into the ledger holds this row locked, so numbers have no gaps.
CREATE TABLE book (
    guild_id     bigint PRIMARY KEY,
    transactions bigint NOT NULL CHECK (transactions >= 0), -- the number of the newest
    blocks       bigint NOT NULL CHECK (blocks >= 0),       -- the number of the newest
    head         bytea  NOT NULL CHECK (length(head) = 32)  -- the hash of the newest; zeros before the first
);

-- An account is a random number; whose it is stands apart. The mint alone may be negative: by as many coins as there are.
CREATE TABLE account (
    id       bigint PRIMARY KEY CHECK (id > 0),
    guild_id bigint NOT NULL REFERENCES book (guild_id),
    kind     text   NOT NULL CHECK (kind IN ('WALLET', 'BANK', 'TREASURY', 'HOUSE', 'ESCROW', 'MINT')),
    purpose  text   CHECK ((purpose IS NOT NULL) = (kind = 'ESCROW')),
    balance  bigint NOT NULL,
    CONSTRAINT no_negative_balance CHECK (balance >= 0 OR kind = 'MINT')
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE UNIQUE INDEX account_of_guild ON account (guild_id, kind) WHERE kind IN ('TREASURY', 'HOUSE', 'MINT');
CREATE UNIQUE INDEX account_by_purpose ON account (guild_id, purpose) WHERE kind = 'ESCROW';

-- Whose accounts they are. This row alone names the member; erasing it leaves the ledger as it is.
CREATE TABLE holder (
    guild_id bigint  NOT NULL,
    user_id  bigint  NOT NULL,
    wallet   bigint  NOT NULL UNIQUE REFERENCES account (id),
    bank     bigint  NOT NULL UNIQUE REFERENCES account (id),
    frozen   boolean NOT NULL DEFAULT false,
    PRIMARY KEY (guild_id, user_id)
);

CREATE TABLE ledger_block (
    guild_id bigint NOT NULL REFERENCES book (guild_id),
    number   bigint NOT NULL CHECK (number >= 1),
    first    bigint NOT NULL CHECK (first >= 1), -- the transactions that it seals
    last     bigint NOT NULL CHECK (last >= first),
    hash     bytea  NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (guild_id, number)
);

CREATE TABLE ledger_transaction (
    guild_id  bigint      NOT NULL REFERENCES book (guild_id),
    number    bigint      NOT NULL CHECK (number >= 1),
    event_key text        NOT NULL UNIQUE,       -- the event that caused it
    cause     text        NOT NULL,
    at        timestamptz NOT NULL,
    reverses  bigint      CHECK (reverses < number),
    hash      bytea       NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (guild_id, number),
    UNIQUE (guild_id, reverses),
    FOREIGN KEY (guild_id, reverses) REFERENCES ledger_transaction (guild_id, number)
);

CREATE TABLE ledger_entry (
    guild_id   bigint   NOT NULL,
    number     bigint   NOT NULL,
    place      smallint NOT NULL CHECK (place >= 0),
    account_id bigint   NOT NULL REFERENCES account (id),
    amount     bigint   NOT NULL,
    balance    bigint   NOT NULL, -- after it
    PRIMARY KEY (guild_id, number, place),
    FOREIGN KEY (guild_id, number) REFERENCES ledger_transaction (guild_id, number)
);
CREATE INDEX ledger_entry_by_account ON ledger_entry (account_id, number DESC);

-- What stands in the ledger stays. Corrections are further transactions.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_block EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transaction EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry EXECUTE FUNCTION refuse_change();

-- Entries of a transaction are written in one statement, so its sum can be judged at the statement's end.
CREATE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong bigint;
BEGIN
    SELECT number INTO wrong FROM fresh GROUP BY guild_id, number HAVING sum(amount) <> 0 LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'entries must sum to zero: transaction %', wrong USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER sums_to_zero AFTER INSERT ON ledger_entry
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced();
