package dev.warren.economy.giveaway;

import dev.warren.economy.desk.Occasion;
import dev.warren.economy.ledger.Sql;
import dev.warren.economy.members.MemberData;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What members gave away, entered and won, and the levels they reached. A giveaway goes on without its host: what is left of its coins is
 * then the treasury's.
 */
@ApplicationScoped
class MemberGiveaways implements MemberData {
    private static final String ERASE = """
            WITH entries AS (
                DELETE FROM giveaway_entry USING giveaway
                WHERE giveaway.id = giveaway_entry.giveaway_id AND guild_id = ?1 AND user_id = ?2
            ), wins AS (
                DELETE FROM giveaway_winner USING giveaway
                WHERE giveaway.id = giveaway_winner.giveaway_id AND guild_id = ?1 AND user_id = ?2
            ), levels AS (
                DELETE FROM member_level WHERE guild_id = ?1 AND user_id = ?2
            )
            UPDATE giveaway SET host = NULL WHERE guild_id = ?1 AND host = ?2""";

    private static final String GUILDS = """
            SELECT guild_id, host FROM giveaway WHERE host = ?1
            UNION
            SELECT guild_id, user_id FROM giveaway_entry JOIN giveaway ON giveaway.id = giveaway_id WHERE user_id = ?1
            UNION
            SELECT guild_id, user_id FROM giveaway_winner JOIN giveaway ON giveaway.id = giveaway_id WHERE user_id = ?1
            UNION
            SELECT guild_id, user_id FROM member_level WHERE user_id = ?1""";

    @Override
    public Uni<List<Outgoing<?>>> erase(Occasion occasion, Mutiny.StatelessSession tx, UserId member) {
        return Sql.execute(tx, ERASE, occasion.guild().value(), member.value()).replaceWith(List.of());
    }

    @Override
    public Uni<List<GuildId>> guilds(Mutiny.StatelessSession tx, UserId member) {
        return Sql.rows(tx, GUILDS, member.value()).map(MemberData::guilds);
    }
}
