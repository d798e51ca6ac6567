package dev.warren.ai;

import dev.warren.ai.models.ModelClass;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The settings of conversation, as guilds see them. */
@ApplicationScoped
public class AiSettings implements OfferedSettings {
    /** What guilds turn off when the bot is not to talk. */
    public static final String MODULE = "ai";

    /** Which model answers; see {@link #model}. */
    public static final String MODEL = "ai.model";

    /** What stands for every model of a class, or all of them. */
    public static final String AUTOMATIC = "auto";

    private static final String SUMMON = "ai.summon";
    private static final String DISMISS = "ai.dismiss";
    private static final String TYPE = "ai.class";
    private static final String USER_TOKENS = "ai.user-tokens";
    private static final String GUILD_TOKENS = "ai.guild-tokens";
    private static final long MOST_TOKENS = 1_000_000_000L;

    @Override
    public List<SettingDescription> settings() {
        return List.of(
                text(SUMMON, "Words that call the bot, separated by commas", "hey warren,hello warren", 300),
                text(DISMISS, "Words that end a conversation, separated by commas", "bye,goodbye,that's all,stop", 300),
                text(MODEL, "The model that answers first, as /model list shows it, or auto", AUTOMATIC, 120),
                new SettingDescription(
                        TYPE,
                        "How much of a model answers",
                        MODULE,
                        SettingType.CHOICE,
                        "quick",
                        Optional.empty(),
                        Optional.empty(),
                        List.of("quick", "strong")),
                tokens(USER_TOKENS, "Tokens that one member may use in a day; 0 for the bot's own limit"),
                tokens(GUILD_TOKENS, "Tokens that all members may use in a day; 0 for the bot's own limit"));
    }

    private static SettingDescription text(String key, String description, String fallback, long longest) {
        return new SettingDescription(
                key, description, MODULE, SettingType.TEXT, fallback, Optional.of(0L), Optional.of(longest), List.of());
    }

    private static SettingDescription tokens(String key, String description) {
        return new SettingDescription(
                key,
                description,
                MODULE,
                SettingType.INTEGER,
                "0",
                Optional.of(0L),
                Optional.of(MOST_TOKENS),
                List.of());
    }

    /** Lower-case words that call the bot. */
    public static List<String> summons(GuildSettings held) {
        return words(held, SUMMON);
    }

    /** Lower-case words that end a conversation. */
    public static List<String> dismissals(GuildSettings held) {
        return words(held, DISMISS);
    }

    private static List<String> words(GuildSettings held, String key) {
        return Arrays.stream(held.text(key).orElse("").split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The name of the model that is to answer first; none where the order decides. */
    public static Optional<String> model(GuildSettings held) {
        return held.text(MODEL).filter(name -> !name.equals(AUTOMATIC));
    }

    public static ModelClass type(GuildSettings held) {
        return held.text(TYPE).filter("strong"::equals).isPresent() ? ModelClass.STRONG : ModelClass.QUICK;
    }

    /** What the guild allows a member in a day; none where it set nothing. */
    public static OptionalLong userTokens(GuildSettings held) {
        return limit(held.number(USER_TOKENS));
    }

    /** What the guild allows all its members in a day; none where it set nothing. */
    public static OptionalLong guildTokens(GuildSettings held) {
        return limit(held.number(GUILD_TOKENS));
    }

    private static OptionalLong limit(long tokens) {
        return tokens > 0 ? OptionalLong.of(tokens) : OptionalLong.empty();
    }
}
