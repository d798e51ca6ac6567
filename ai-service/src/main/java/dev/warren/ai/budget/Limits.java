package dev.warren.ai.budget;

import dev.warren.ai.AiConfig;
import dev.warren.ai.AiSettings;
import dev.warren.runtime.settings.GuildSettings;
import java.util.OptionalLong;

/** What may be spent in a day: by a member, by a guild, by all. A guild may set less than the operator allows, never more. */
public record Limits(Spending member, Spending guild, Spending all) {
    /** What holds in a guild. */
    public static Limits of(AiConfig.Budget config, GuildSettings held) {
        return new Limits(
                new Spending(least(config.userTokens(), AiSettings.userTokens(held)), config.userMoney()),
                new Spending(least(config.guildTokens(), AiSettings.guildTokens(held)), config.guildMoney()),
                new Spending(config.allTokens(), config.allMoney()));
    }

    private static long least(long operators, OptionalLong guilds) {
        return Math.min(operators, guilds.orElse(operators));
    }
}
