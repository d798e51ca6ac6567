package dev.warren.embed.unfolding;

import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** All messages whose links are shown, in PostgreSQL. What is found is locked until the transaction ends. */
@ApplicationScoped
class Unfoldings implements GuildData {
    private static final String OF_GUILD =
            "DELETE FROM unfolding WHERE message IN (SELECT message FROM unfolding WHERE guild = :guild LIMIT :most)";
    private static final String OF_MEMBER =
            "DELETE FROM unfolding WHERE author = :author AND (:guild = 0 OR guild = :guild)";

    Uni<Optional<Unfolding>> find(Mutiny.StatelessSession tx, MessageId message) {
        return tx.get(UnfoldingRow.class, message.value(), LockMode.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(UnfoldingRow::unfolding));
    }

    Uni<Void> save(Mutiny.StatelessSession tx, Unfolding unfolding) {
        return tx.upsert(UnfoldingRow.of(unfolding));
    }

    Uni<Void> forget(Mutiny.StatelessSession tx, Optional<GuildId> guild, UserId author) {
        return tx.createNativeQuery(OF_MEMBER)
                .setParameter("author", author.value())
                .setParameter("guild", guild.map(GuildId::value).orElse(0L))
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createNativeQuery(OF_GUILD)
                .setParameter("guild", guild.value())
                .setParameter("most", most)
                .executeUpdate();
    }
}
