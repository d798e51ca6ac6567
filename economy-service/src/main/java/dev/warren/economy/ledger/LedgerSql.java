package dev.warren.economy.ledger;

/** The statements. Sets come as one JSON text, since an array of unknown length is no parameter that Hibernate knows for sure. */
final class LedgerSql {
    static final String LOCK = """
            SELECT transactions, blocks, encode(head, 'hex') FROM book WHERE guild_id = ?1 FOR UPDATE""";

    static final String BEGIN = """
            INSERT INTO book (guild_id, transactions, blocks, head)
            VALUES (?1, 0, 0, decode(repeat('00', 32), 'hex'))
            ON CONFLICT (guild_id) DO NOTHING""";

    /** The guild's own accounts that are not there, and the members who have none. */
    static final String MISSING = """
            SELECT kind, CAST(0 AS bigint) AS member
            FROM (VALUES ('TREASURY'), ('HOUSE'), ('MINT')) AS needed (kind)
            WHERE NOT EXISTS (SELECT FROM account WHERE guild_id = ?1 AND account.kind = needed.kind
                AND account.kind IN ('TREASURY', 'HOUSE', 'MINT'))
            UNION ALL
            SELECT 'MEMBER', CAST(value AS bigint)
            FROM json_array_elements_text(CAST(CAST(?2 AS text) AS json)) AS member (value)
            WHERE NOT EXISTS (SELECT FROM holder WHERE guild_id = ?1 AND user_id = CAST(value AS bigint))""";

    static final String MAKE = """
            WITH made AS (
                INSERT INTO account (id, guild_id, kind, purpose, balance)
                SELECT id, CAST(?1 AS bigint), kind, purpose, 0
                FROM json_to_recordset(CAST(CAST(?2 AS text) AS json)) AS a (id bigint, kind text, purpose text)
            )
            INSERT INTO holder (guild_id, user_id, wallet, bank)
            SELECT CAST(?1 AS bigint), member, wallet, bank
            FROM json_to_recordset(CAST(CAST(?3 AS text) AS json)) AS h (member bigint, wallet bigint, bank bigint)""";

    static final String OPEN = """
            SELECT account.id, account.kind, account.balance, account.purpose, holder.user_id, holder.wallet, holder.bank, holder.frozen
            FROM json_array_elements_text(CAST(CAST(?2 AS text) AS json)) AS member (value)
            JOIN holder ON holder.guild_id = ?1 AND holder.user_id = CAST(value AS bigint)
            JOIN account ON account.id IN (holder.wallet, holder.bank)
            UNION ALL
            SELECT id, kind, balance, purpose, CAST(NULL AS bigint), CAST(NULL AS bigint), CAST(NULL AS bigint), false
            FROM account
            WHERE guild_id = ?1 AND kind IN ('TREASURY', 'HOUSE', 'MINT')""";

    static final String OPEN_ACCOUNTS = """
            SELECT account.id, account.kind, account.balance, account.purpose, holder.user_id, holder.wallet, holder.bank, holder.frozen
            FROM (
                SELECT CAST(value AS bigint) AS id
                FROM json_array_elements_text(CAST(CAST(?2 AS text) AS json)) AS wanted (value)
                UNION
                SELECT id FROM account WHERE guild_id = ?1 AND kind IN ('TREASURY', 'HOUSE', 'MINT')
            ) AS wanted
            JOIN account ON account.id = wanted.id AND account.guild_id = ?1
            LEFT JOIN holder ON holder.guild_id = ?1 AND account.id IN (holder.wallet, holder.bank)""";

    static final String ESCROW = """
            SELECT id, kind, balance, purpose, CAST(NULL AS bigint) AS member
            FROM account
            WHERE guild_id = ?1 AND kind = 'ESCROW' AND purpose = ?2""";

    /** A block, its transactions and their entries; the balances and the head follow in the same statement. */
    static final String SEAL = """
            WITH recorded AS (
                INSERT INTO ledger_transaction (guild_id, number, event_key, cause, at, reverses, hash)
                SELECT CAST(?1 AS bigint), number, key, cause, at, reverses, decode(hash, 'hex')
                FROM json_to_recordset(CAST(CAST(?2 AS text) AS json))
                    AS t (number bigint, key text, cause text, at timestamptz, reverses bigint, hash text)
            ), entered AS (
                INSERT INTO ledger_entry (guild_id, number, place, account_id, amount, balance)
                SELECT CAST(?1 AS bigint), number, place, account, amount, balance
                FROM json_to_recordset(CAST(CAST(?3 AS text) AS json))
                    AS e (number bigint, place smallint, account bigint, amount bigint, balance bigint)
            ), moved AS (
                UPDATE account SET balance = b.balance
                FROM json_to_recordset(CAST(CAST(?4 AS text) AS json)) AS b (account bigint, balance bigint)
                WHERE account.id = b.account
            ), sealed AS (
                INSERT INTO ledger_block (guild_id, number, first, last, hash)
                VALUES (?1, ?5, ?6, ?7, decode(CAST(?8 AS text), 'hex'))
            )
            UPDATE book SET transactions = ?7, blocks = ?5, head = decode(CAST(?8 AS text), 'hex') WHERE guild_id = ?1""";

    static final String HOLDINGS = """
            SELECT holder.wallet, holder.bank, holder.frozen, w.balance AS carried, b.balance AS saved
            FROM holder
            JOIN account AS w ON w.id = holder.wallet
            JOIN account AS b ON b.id = holder.bank
            WHERE holder.guild_id = ?1 AND holder.user_id = ?2""";

    static final String FIND = """
            SELECT t.number, t.event_key, t.cause, CAST(extract(epoch FROM t.at) * 1000000 AS bigint) AS micros, t.reverses,
                encode(t.hash, 'hex') AS hash, e.account_id, e.amount, e.balance
            FROM ledger_transaction AS t
            LEFT JOIN ledger_entry AS e USING (guild_id, number)
            WHERE t.guild_id = ?1 AND t.number = ?2
            ORDER BY t.number, e.place""";

    static final String KNOWN = """
            SELECT event_key, number
            FROM json_array_elements_text(CAST(CAST(?1 AS text) AS json)) AS wanted (value)
            JOIN ledger_transaction ON event_key = value""";

    static final String REVERSAL_OF =
            "SELECT number, reverses FROM ledger_transaction WHERE guild_id = ?1 AND reverses = ?2";

    static final String FREEZE = "UPDATE holder SET frozen = ?3 WHERE guild_id = ?1 AND user_id = ?2";

    static final String FORGET = "DELETE FROM holder WHERE guild_id = ?1 AND user_id = ?2";

    private LedgerSql() {}
}
