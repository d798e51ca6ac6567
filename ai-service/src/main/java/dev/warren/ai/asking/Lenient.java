package dev.warren.ai.asking;

import dev.warren.ai.asking.Style.Styles;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The usual style, and no rules. */
final class Lenient {
    private Lenient() {}

    /** The usual style for everybody. */
    @DefaultBean
    @ApplicationScoped
    static class UsualStyles implements Styles {
        @Override
        public Uni<Style> style(Optional<GuildId> guild, UserId user) {
            return Uni.createFrom().item(Style.USUAL);
        }
    }

    /** No rule at all. */
    @DefaultBean
    @ApplicationScoped
    static class NoRules implements Censor {
        @Override
        public Optional<String> prompt(GuildSettings held, String text) {
            return Optional.empty();
        }

        @Override
        public Optional<String> answer(GuildSettings held, String text) {
            return Optional.empty();
        }
    }
}
