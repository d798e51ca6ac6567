package dev.warren.economy.taxation;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.ledger.Sql;
import dev.warren.economy.taxation.Supply.Flow;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads from the ledger how many coins there are and how that came about. */
@ApplicationScoped
class Supplies {
    private static final String HELD = """
            SELECT kind, CAST(sum(balance) AS bigint) AS coins FROM account WHERE guild_id = ?1 AND kind <> 'MINT' GROUP BY kind""";

    /** Of the newest entries of the mint and the treasury; a transaction has one sign in each of them. */
    private static final String FLOWS = """
            SELECT CAST(t.at AT TIME ZONE CAST(?2 AS text) AS date) - DATE '1970-01-01' AS day, t.cause, a.kind,
                CAST(sum(e.amount) AS bigint) AS amount
            FROM account AS a
            JOIN LATERAL (
                SELECT guild_id, number, amount FROM ledger_entry
                WHERE account_id = a.id ORDER BY account_id, number DESC LIMIT ?4
            ) AS e ON true
            JOIN ledger_transaction AS t ON t.guild_id = e.guild_id AND t.number = e.number
            WHERE a.guild_id = ?1 AND a.kind IN ('MINT', 'TREASURY') AND e.amount <> 0
                AND t.at >= CAST(CAST(?3 AS text) AS timestamptz)
            GROUP BY day, t.cause, a.kind, sign(e.amount)
            ORDER BY day, t.cause, a.kind""";

    private final EconomyConfig config;

    Supplies(EconomyConfig config) {
        this.config = config;
    }

    /** Of a guild, and how it developed from one day to another, both inclusive. */
    Uni<Supply> of(Mutiny.StatelessSession tx, GuildId guild, LocalDate from, LocalDate to, ZoneId zone) {
        return Sql.rows(tx, HELD, guild.value())
                .chain(held -> Sql.rows(
                                tx,
                                FLOWS,
                                guild.value(),
                                zone.getId(),
                                from.atStartOfDay(zone).toInstant().toString(),
                                config.supply().lookedAt())
                        .map(flows -> supply(held, flows, from, to)));
    }

    private static Supply supply(List<Object[]> held, List<Object[]> flows, LocalDate from, LocalDate to) {
        var coins = new EnumMap<AccountKind, Long>(AccountKind.class);
        held.forEach(row -> coins.put(AccountKind.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return new Supply(coins, flows.stream().map(Supplies::flow).toList(), from, to);
    }

    private static Flow flow(Object[] row) {
        return new Flow(
                LocalDate.ofEpochDay(((Number) row[0]).longValue()),
                Cause.valueOf((String) row[1]),
                AccountKind.valueOf((String) row[2]),
                ((Number) row[3]).longValue());
    }
}
