package dev.warren.economy.purse;

import dev.warren.economy.ledger.Sql;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** What moved in the accounts of a member, newest first. */
@ApplicationScoped
class Statements {
    private static final String COUNT = """
            SELECT count(DISTINCT e.number) AS moves, max(e.number) AS newest
            FROM holder AS h
            JOIN ledger_entry AS e ON e.account_id IN (h.wallet, h.bank)
            WHERE h.guild_id = ?1 AND h.user_id = ?2""";

    private static final String PAGE = """
            SELECT mine.number, t.cause, CAST(extract(epoch FROM t.at) * 1000000 AS bigint) AS micros, mine.wallet, mine.bank, other.user_id
            FROM (
                SELECT e.guild_id, e.number,
                    CAST(coalesce(sum(e.amount) FILTER (WHERE e.account_id = h.wallet), 0) AS bigint) AS wallet,
                    CAST(coalesce(sum(e.amount) FILTER (WHERE e.account_id = h.bank), 0) AS bigint) AS bank
                FROM holder AS h
                JOIN ledger_entry AS e ON e.account_id IN (h.wallet, h.bank)
                WHERE h.guild_id = ?1 AND h.user_id = ?2
                GROUP BY e.guild_id, e.number
                ORDER BY e.number DESC LIMIT ?3 OFFSET ?4
            ) AS mine
            JOIN ledger_transaction AS t USING (guild_id, number)
            LEFT JOIN LATERAL (
                SELECT h.user_id
                FROM ledger_entry AS e
                JOIN holder AS h ON e.account_id IN (h.wallet, h.bank)
                WHERE e.guild_id = mine.guild_id AND e.number = mine.number AND h.user_id <> ?2
                LIMIT 1
            ) AS other ON true
            ORDER BY mine.number DESC""";

    /**
     * A transaction as one member sees it.
     *
     * @param wallet what the wallet gained or lost
     * @param bank what the bank gained or lost
     * @param other another member whom it concerns
     */
    record Move(long number, Cause cause, Instant at, long wallet, long bank, Optional<UserId> other) {}

    /**
     * A page.
     *
     * @param number counted from 0
     * @param pages how many there are; 0 when nothing ever moved
     */
    record Page(int number, int pages, List<Move> moves) {
        Page {
            moves = List.copyOf(moves);
        }
    }

    /** The page, or the last one when it lies beyond. */
    Uni<Page> page(Mutiny.StatelessSession tx, GuildId guild, UserId member, int asked, int size) {
        return Sql.rows(tx, COUNT, guild.value(), member.value())
                .map(rows -> ((Number) rows.getFirst()[0]).longValue())
                .chain(all -> {
                    int pages = (int) Math.min(Integer.MAX_VALUE, (all + size - 1) / size);
                    int number = Math.clamp(asked, 0, Math.max(0, pages - 1));
                    return Sql.rows(tx, PAGE, guild.value(), member.value(), size, (long) number * size)
                            .map(rows -> new Page(
                                    number,
                                    pages,
                                    rows.stream().map(Statements::move).toList()));
                });
    }

    private static Move move(Object[] row) {
        return new Move(
                ((Number) row[0]).longValue(),
                cause((String) row[1]),
                Instant.EPOCH.plus(((Number) row[2]).longValue(), ChronoUnit.MICROS),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                Optional.ofNullable((Number) row[5]).map(user -> new UserId(user.longValue())));
    }

    private static Cause cause(String name) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.name().equals(name))
                .findFirst()
                .orElse(Cause.OTHER);
    }
}
