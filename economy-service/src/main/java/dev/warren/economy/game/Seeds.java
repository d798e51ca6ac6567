package dev.warren.economy.game;

import dev.warren.economy.fair.Seed;
import dev.warren.economy.ledger.Sql;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hibernate.reactive.mutiny.Mutiny;

/** The seeds of members' games. They change only while the guild's book is open, which keeps others out. */
@ApplicationScoped
class Seeds {
    private static final String IN_USE = """
            SELECT id, fair_seed.seed, games, (SELECT seed FROM fair_member WHERE guild_id = ?1 AND user_id = ?2) AS own
            FROM fair_seed WHERE guild_id = ?1 AND user_id = ?2 AND NOT told""";

    private static final String MAKE = """
            INSERT INTO fair_seed (id, guild_id, user_id, seed) VALUES (nextval('fair_seed_id'), ?1, ?2, ?3)""";

    private static final String USED = "UPDATE fair_seed SET games = games + 1 WHERE id = ?1";

    private static final String TOLD = "UPDATE fair_seed SET told = true WHERE id = ?1";

    private static final String CHOOSE = """
            INSERT INTO fair_member (guild_id, user_id, seed) VALUES (?1, ?2, ?3)
            ON CONFLICT (guild_id, user_id) DO UPDATE SET seed = excluded.seed""";

    private final RandomGenerator random;

    Seeds(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The seeds of a member's next game.
     *
     * @param memberSeed what the member chose, else the member's id
     * @param nonce which game of this seed it is, from 0
     */
    record InUse(long id, Seed seed, String memberSeed, long nonce) {}

    /** The seeds in use; made when there are none. */
    Uni<InUse> inUse(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return find(tx, guild, member)
                .chain(found -> found.map(Uni.createFrom()::item)
                        .orElseGet(() -> make(tx, guild, member)
                                .chain(() -> find(tx, guild, member))
                                .map(Optional::orElseThrow)));
    }

    private Uni<Optional<InUse>> find(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return Sql.rows(tx, IN_USE, guild.value(), member.value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new InUse(
                                ((Number) row[0]).longValue(),
                                new Seed((String) row[1]),
                                Optional.ofNullable((String) row[3]).orElse(member.toString()),
                                ((Number) row[2]).longValue())));
    }

    private Uni<Integer> make(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return Sql.execute(
                tx, MAKE, guild.value(), member.value(), Seed.of(random).text());
    }

    /** The nonce is taken. */
    Uni<Void> used(Mutiny.StatelessSession tx, InUse seeds) {
        return Sql.execute(tx, USED, seeds.id()).replaceWithVoid();
    }

    /** The seed may be told from now on; gives the one that takes its place. */
    Uni<InUse> rotate(Mutiny.StatelessSession tx, GuildId guild, UserId member, InUse seeds) {
        return Sql.execute(tx, TOLD, seeds.id()).chain(() -> inUse(tx, guild, member));
    }

    Uni<Void> choose(Mutiny.StatelessSession tx, GuildId guild, UserId member, String seed) {
        return Sql.execute(tx, CHOOSE, guild.value(), member.value(), seed).replaceWithVoid();
    }
}
