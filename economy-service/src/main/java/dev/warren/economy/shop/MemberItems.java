package dev.warren.economy.shop;

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

/** What members bought, and the roles that they have for a time: those are taken back at once, since nobody would know of them later. */
@ApplicationScoped
class MemberItems implements MemberData {
    private static final String POSSESSIONS = "DELETE FROM possession WHERE guild_id = ?1 AND user_id = ?2";

    private static final String GUILDS = """
            SELECT guild_id, user_id FROM possession WHERE user_id = ?1
            UNION
            SELECT guild_id, user_id FROM role_loan WHERE user_id = ?1""";

    private final RoleLoans loans;

    MemberItems(RoleLoans loans) {
        this.loans = loans;
    }

    @Override
    public Uni<List<Outgoing<?>>> erase(Occasion occasion, Mutiny.StatelessSession tx, UserId member) {
        return Sql.execute(tx, POSSESSIONS, occasion.guild().value(), member.value())
                .chain(() -> loans.takeBack(occasion, tx, member));
    }

    @Override
    public Uni<List<GuildId>> guilds(Mutiny.StatelessSession tx, UserId member) {
        return Sql.rows(tx, GUILDS, member.value()).map(MemberData::guilds);
    }
}
