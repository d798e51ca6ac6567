package dev.warren.memory.settings;

import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The versions of all guilds' settings. They are only added to, until a guild is forgotten. */
interface SettingsVersions {
    Uni<Optional<SettingsVersion>> newest(Mutiny.StatelessSession tx, GuildId guild);

    /** The newest ones, newest first. */
    Uni<List<SettingsVersion>> latest(Mutiny.StatelessSession tx, GuildId guild, int most);

    /** Fails when the number is taken, as it is when two changes race: the loser is tried again. */
    Uni<Void> append(Mutiny.StatelessSession tx, SettingsVersion version);

    /** Deletes up to so many of the versions before this one, the oldest first; gives how many. */
    Uni<Integer> deleteBefore(Mutiny.StatelessSession tx, GuildId guild, long number, int most);
}
