package dev.warren.economy.game;

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

/** The games of members, with their seeds. A hand that is still played goes too; its stake stays with the house. */
@ApplicationScoped
class MemberGames implements MemberData {
    private static final String ERASE = """
            WITH own AS (
                DELETE FROM fair_member WHERE guild_id = ?1 AND user_id = ?2
            )
            DELETE FROM fair_seed WHERE guild_id = ?1 AND user_id = ?2""";

    private static final String GUILDS = """
            SELECT guild_id, user_id FROM fair_seed WHERE user_id = ?1
            UNION
            SELECT guild_id, user_id FROM fair_member WHERE user_id = ?1""";

    @Override
    public Uni<List<Outgoing<?>>> erase(Occasion occasion, Mutiny.StatelessSession tx, UserId member) {
        return Sql.execute(tx, ERASE, occasion.guild().value(), member.value()).replaceWith(List.of());
    }

    @Override
    public Uni<List<GuildId>> guilds(Mutiny.StatelessSession tx, UserId member) {
        return Sql.rows(tx, GUILDS, member.value()).map(MemberData::guilds);
    }
}
