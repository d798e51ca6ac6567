package dev.warren.economy.richest;

import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Sql;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who has how many coins, in wallet and bank together. Equal riches stand in the order of the members' ids. */
@ApplicationScoped
class Riches {
    /** All who have some, with their places; the caller's own row comes along. */
    private static final String PAGE = """
            WITH rich AS (
                SELECT h.user_id, w.balance + b.balance AS coins,
                    row_number() OVER (ORDER BY w.balance + b.balance DESC, h.user_id) AS place, count(*) OVER () AS members
                FROM holder AS h
                JOIN account AS w ON w.id = h.wallet
                JOIN account AS b ON b.id = h.bank
                WHERE h.guild_id = ?1 AND w.balance + b.balance > 0
            )
            SELECT user_id, coins, place, members FROM rich
            WHERE (place > least(CAST(?2 AS bigint), (members - 1) / ?3) * ?3
                AND place <= (least(CAST(?2 AS bigint), (members - 1) / ?3) + 1) * ?3)
                OR user_id = ?4
            ORDER BY place""";

    /**
     * A member's place.
     *
     * @param place from 1
     */
    record Place(long place, UserId member, Coins coins) {}

    /**
     * A page.
     *
     * @param number counted from 0
     * @param pages 0 where nobody has a coin
     * @param caller where the one who asked stands
     */
    record Page(int number, int pages, List<Place> places, Optional<Place> caller) {
        Page {
            places = List.copyOf(places);
        }
    }

    /** The page, or the last one when it lies beyond. */
    Uni<Page> page(Mutiny.StatelessSession tx, GuildId guild, int asked, int size, UserId caller) {
        return Sql.rows(tx, PAGE, guild.value(), (long) asked, (long) size, caller.value())
                .map(rows -> {
                    if (rows.isEmpty()) {
                        return new Page(0, 0, List.of(), Optional.empty());
                    }
                    int pages = (int) ((((Number) rows.getFirst()[3]).longValue() + size - 1) / size);
                    int number = Math.min(asked, pages - 1);
                    var all = rows.stream().map(Riches::place).toList();
                    return new Page(
                            number,
                            pages,
                            all.stream()
                                    .filter(place -> (place.place() - 1) / size == number)
                                    .toList(),
                            all.stream()
                                    .filter(place -> place.member().equals(caller))
                                    .findFirst());
                });
    }

    private static Place place(Object[] row) {
        return new Place(
                ((Number) row[2]).longValue(),
                new UserId(((Number) row[0]).longValue()),
                new Coins(((Number) row[1]).longValue()));
    }
}
