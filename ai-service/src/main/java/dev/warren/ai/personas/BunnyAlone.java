package dev.warren.ai.personas;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The bunny for everybody. */
@DefaultBean
@ApplicationScoped
class BunnyAlone implements Personas {
    private static final Persona BUNNY = new Persona(
            "bunny",
            "Bunny",
            "🐰",
            "Hello! What can I do for you?",
            "Hopping off to look …",
            "You are Bunny, the cheerful rabbit of this Discord server. You are kind, curious and brief.");

    @Override
    public Uni<Persona> of(Optional<GuildId> guild, UserId user) {
        return Uni.createFrom().item(BUNNY);
    }
}
