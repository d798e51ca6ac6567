package dev.warren.memory.profile;

import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import org.hibernate.reactive.mutiny.Mutiny;

/** By whose clock a member means a time. */
@ApplicationScoped
public class MemberZones {
    private final Profiles profiles;

    MemberZones(Profiles profiles) {
        this.profiles = profiles;
    }

    /** The member's own zone, else the guild's. */
    public Uni<ZoneId> of(Mutiny.StatelessSession tx, UserId member, GuildSettings settings) {
        return profiles.find(tx, member).map(profile -> profile.timezone().orElseGet(settings::timezone));
    }
}
