package dev.warren.memory.profile;

import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which handles members were asked about, and who does not want to be asked. */
@ApplicationScoped
class ChannelOffers {
    private static final String NOTE = """
            INSERT INTO profile_offer (member, platform, handle, at)
            SELECT cast(:member AS bigint), cast(:platform AS text), cast(:handle AS text), cast(:at AS timestamptz)
            WHERE NOT EXISTS (SELECT 1 FROM profile_offer WHERE member = :member AND platform = '')
            ON CONFLICT (member, platform, handle) DO NOTHING""";

    /** Notes that the member is asked about a handle now; whether they were not before, and want to be. */
    Uni<Boolean> note(Mutiny.StatelessSession tx, UserId member, Field platform, String handle, Instant at) {
        return insert(tx, member, platform.id(), handle.toLowerCase(Locale.ROOT), at);
    }

    /** The member does not want to be asked again. */
    Uni<Void> stop(Mutiny.StatelessSession tx, UserId member, Instant at) {
        return insert(tx, member, "", "", at).replaceWithVoid();
    }

    private static Uni<Boolean> insert(
            Mutiny.StatelessSession tx, UserId member, String platform, String handle, Instant at) {
        return tx.createNativeQuery(NOTE)
                .setParameter("member", member.value())
                .setParameter("platform", platform)
                .setParameter("handle", handle)
                .setParameter("at", at)
                .executeUpdate()
                .map(inserted -> inserted > 0);
    }
}
