package dev.warren.memory.profile;

import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Profiles in PostgreSQL. */
@ApplicationScoped
class PostgresProfiles implements Profiles {
    @Override
    public Uni<Profile> find(Mutiny.StatelessSession tx, UserId member) {
        return tx.get(ProfileRow.class, member.value()).map(row -> row == null ? Profile.empty(member) : row.profile());
    }

    @Override
    public Uni<Void> save(Mutiny.StatelessSession tx, Profile profile) {
        return profile.isEmpty()
                ? tx.createMutationQuery("delete from ProfileRow where member = :member")
                        .setParameter("member", profile.member().value())
                        .executeUpdate()
                        .replaceWithVoid()
                : tx.upsert(ProfileRow.of(profile));
    }
}
