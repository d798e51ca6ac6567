package dev.warren.economy.airdrop;

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
 * What members dropped and claimed. A drop goes on without its giver: what nobody claims is then the treasury's. Whoever claimed a share
 * that is paid at the end leaves it to the rest.
 */
@ApplicationScoped
class MemberAirdrops implements MemberData {
    private static final String ERASE = """
            WITH claims AS (
                DELETE FROM airdrop_claim USING airdrop
                WHERE airdrop.id = airdrop_claim.airdrop_id AND airdrop.guild_id = ?1 AND airdrop_claim.user_id = ?2
            )
            UPDATE airdrop SET giver = NULL WHERE guild_id = ?1 AND giver = ?2""";

    private static final String GUILDS = """
            SELECT guild_id, giver FROM airdrop WHERE giver = ?1
            UNION
            SELECT guild_id, user_id FROM airdrop_claim JOIN airdrop ON airdrop.id = airdrop_id WHERE user_id = ?1""";

    @Override
    public Uni<List<Outgoing<?>>> erase(Occasion occasion, Mutiny.StatelessSession tx, UserId member) {
        return Sql.execute(tx, ERASE, occasion.guild().value(), member.value()).replaceWith(List.of());
    }

    @Override
    public Uni<List<GuildId>> guilds(Mutiny.StatelessSession tx, UserId member) {
        return Sql.rows(tx, GUILDS, member.value()).map(MemberData::guilds);
    }
}
