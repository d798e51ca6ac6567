package dev.warren.ai.rules;

import dev.warren.ai.asking.Censor;
import dev.warren.runtime.settings.GuildSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Holds conversation against the rules that the guild has set. */
@ApplicationScoped
class GuildRules implements Censor {
    @Override
    public Optional<String> prompt(GuildSettings held, String text) {
        return broken(held, ContentRules.Side.PROMPT, text);
    }

    @Override
    public Optional<String> answer(GuildSettings held, String text) {
        return broken(held, ContentRules.Side.ANSWER, text);
    }

    private static Optional<String> broken(GuildSettings held, ContentRules.Side side, String text) {
        return ContentRules.of(held, side).broken(text).map(ContentRules::refusal);
    }
}
