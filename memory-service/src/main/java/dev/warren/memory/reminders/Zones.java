package dev.warren.memory.reminders;

import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import org.hibernate.reactive.mutiny.Mutiny;

/** By whose clock a member means a time. */
@ApplicationScoped
class Zones {
    /** The guild's. */
    Uni<ZoneId> of(Mutiny.StatelessSession tx, UserId member, GuildSettings settings) {
        return Uni.createFrom().item(settings.timezone());
    }
}
