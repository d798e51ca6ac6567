package dev.warren.economy.ledger;

/** The statements of batches. Sets come as arrays, one for each column. */
final class BatchSql {
    static final String KNOWN = """
            SELECT event_key FROM unnest($1::text[]) AS wanted (value) JOIN ledger_transaction ON event_key = value""";

    static final String BEGIN = """
            INSERT INTO book (guild_id, transactions, blocks, head)
            SELECT guild_id, 0, 0, decode(repeat('00', 32), 'hex')
            FROM unnest($1::bigint[]) AS wanted (guild_id)
            WHERE NOT EXISTS (SELECT FROM book WHERE book.guild_id = wanted.guild_id)
            ORDER BY (CAST(guild_id AS text) || ':') COLLATE "C"
            ON CONFLICT (guild_id) DO NOTHING""";

    static final String LOCK = """
            SELECT guild_id, transactions, blocks, encode(head, 'hex') AS head
            FROM book WHERE guild_id = ANY ($1::bigint[])
            ORDER BY (CAST(guild_id AS text) || ':') COLLATE "C" FOR UPDATE""";

    static final String GUILDS = """
            SELECT guild_id, id, kind, balance FROM account
            WHERE guild_id = ANY ($1::bigint[]) AND kind IN ('TREASURY', 'HOUSE', 'MINT')""";

    static final String MEMBERS = """
            SELECT wanted.guild_id, wanted.user_id, holder.wallet, holder.bank, holder.frozen, w.balance AS carried, b.balance AS saved
            FROM unnest($1::bigint[], $2::bigint[]) AS wanted (guild_id, user_id)
            LEFT JOIN holder ON holder.guild_id = wanted.guild_id AND holder.user_id = wanted.user_id
            LEFT JOIN account AS w ON w.id = holder.wallet
            LEFT JOIN account AS b ON b.id = holder.bank""";

    static final String MAKE = """
            WITH made AS (
                INSERT INTO account (id, guild_id, kind, balance)
                SELECT id, guild_id, kind, 0
                FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS a (id, guild_id, kind)
            )
            INSERT INTO holder (guild_id, user_id, wallet, bank)
            SELECT guild_id, user_id, wallet, bank
            FROM unnest($4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[]) AS h (guild_id, user_id, wallet, bank)""";

    /** Blocks, their transactions and entries; the balances and the heads follow in the same statement. */
    static final String SEAL = """
            WITH recorded AS (
                INSERT INTO ledger_transaction (guild_id, number, event_key, cause, at, reverses, hash)
                SELECT guild_id, number, event_key, cause, at, reverses, hash
                FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[], $6::bigint[], $7::bytea[])
                    AS t (guild_id, number, event_key, cause, at, reverses, hash)
            ), entered AS (
                INSERT INTO ledger_entry (guild_id, number, place, account_id, amount, balance)
                SELECT guild_id, number, place, account, amount, balance
                FROM unnest($8::bigint[], $9::bigint[], $10::smallint[], $11::bigint[], $12::bigint[], $13::bigint[])
                    AS e (guild_id, number, place, account, amount, balance)
            ), moved AS (
                UPDATE account SET balance = b.balance
                FROM unnest($14::bigint[], $15::bigint[]) AS b (account, balance)
                WHERE account.id = b.account
            ), sealed AS (
                INSERT INTO ledger_block (guild_id, number, first, last, hash)
                SELECT guild_id, number, first, last, hash
                FROM unnest($16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[], $20::bytea[])
                    AS s (guild_id, number, first, last, hash)
            ), noted AS (
                INSERT INTO untold_block (guild_id, number)
                SELECT guild_id, number FROM unnest($16::bigint[], $17::bigint[]) AS s (guild_id, number)
            )
            UPDATE book SET transactions = s.last, blocks = s.number, head = s.hash
            FROM unnest($16::bigint[], $17::bigint[], $19::bigint[], $20::bytea[]) AS s (guild_id, number, last, hash)
            WHERE book.guild_id = s.guild_id""";

    private BatchSql() {}
}
