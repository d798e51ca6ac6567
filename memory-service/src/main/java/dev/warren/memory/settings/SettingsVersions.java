package dev.warren.memory.settings;

import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The versions of all guilds' settings. They are only ever added to. */
interface SettingsVersions {
    Uni<Optional<SettingsVersion>> newest(Mutiny.StatelessSession tx, GuildId guild);

    /** Fails when the number is taken, as it is when two changes race: the loser is tried again. */
    Uni<Void> append(Mutiny.StatelessSession tx, SettingsVersion version);
}
