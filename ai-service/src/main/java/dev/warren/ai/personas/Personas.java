package dev.warren.ai.personas;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Which persona answers whom. */
@FunctionalInterface
public interface Personas {
    /** The persona that a member talks to; a default where nobody chose. */
    Uni<Persona> of(Optional<GuildId> guild, UserId user);
}
