-- Transactions come in batches of a thousand. What was looked up for each row is now seen once for a statement, and more strictly: an
-- entry's account must be of the same guild.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_account_id_fkey;
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_guild_id_number_fkey;
ALTER TABLE ledger_transaction DROP CONSTRAINT ledger_transaction_guild_id_fkey;
ALTER TABLE ledger_transaction DROP CONSTRAINT ledger_transaction_guild_id_reverses_fkey;
ALTER TABLE ledger_transaction DROP CONSTRAINT ledger_transaction_guild_id_reverses_key;
CREATE UNIQUE INDEX ledger_transaction_guild_id_reverses_key ON ledger_transaction (guild_id, reverses)
    WHERE reverses IS NOT NULL;

CREATE OR REPLACE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong bigint;
BEGIN
    SELECT number INTO wrong FROM fresh GROUP BY guild_id, number HAVING sum(amount) <> 0 LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'entries must sum to zero: transaction %', wrong USING ERRCODE = 'check_violation';
    END IF;
    SELECT fresh.number INTO wrong FROM fresh
    WHERE NOT EXISTS (SELECT FROM account WHERE account.id = fresh.account_id AND account.guild_id = fresh.guild_id) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'entries must be of accounts of their guild: transaction %', wrong
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    SELECT fresh.number INTO wrong FROM (SELECT DISTINCT guild_id, number FROM fresh) AS fresh
    WHERE NOT EXISTS (SELECT FROM ledger_transaction AS t WHERE t.guild_id = fresh.guild_id AND t.number = fresh.number) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'entries must be of a transaction: %', wrong USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION refuse_reversal_of_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong bigint;
BEGIN
    SELECT fresh.reverses INTO wrong FROM fresh
    WHERE fresh.reverses IS NOT NULL AND NOT EXISTS (
        SELECT FROM ledger_transaction AS t WHERE t.guild_id = fresh.guild_id AND t.number = fresh.reverses) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'what is reversed must be a transaction: %', wrong USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER reverses_something AFTER INSERT ON ledger_transaction
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION refuse_reversal_of_nothing();

-- Blocks whose transactions are still to be told of. What is told stands in the ledger itself, so one row does for a batch.
CREATE TABLE untold_block (
    guild_id bigint NOT NULL,
    number   bigint NOT NULL,
    PRIMARY KEY (guild_id, number)
) WITH (autovacuum_vacuum_scale_factor = 0.02);
