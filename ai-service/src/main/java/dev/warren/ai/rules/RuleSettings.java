package dev.warren.ai.rules;

import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The settings of content rules. */
@ApplicationScoped
class RuleSettings implements OfferedSettings {
    static final String PROMPTS = "ai.rules.prompts";
    static final String ANSWERS = "ai.rules.answers";
    private static final long LONGEST = 1000;

    @Override
    public List<SettingDescription> settings() {
        return List.of(
                rules(PROMPTS, "What members may not ask: `rule: word, some words, /pattern/; other rule: …`"),
                rules(ANSWERS, "What the bot may not answer: `rule: word, some words, /pattern/; other rule: …`"));
    }

    private static SettingDescription rules(String key, String description) {
        return new SettingDescription(
                key, description, "ai", SettingType.TEXT, "", Optional.of(1L), Optional.of(LONGEST), List.of());
    }
}
