package dev.warren.leveling.level;

import dev.warren.leveling.standing.Shown;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.ids.ChannelId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said of a level, and where. It pings nobody. */
final class Announcement {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(member|name|level|previous|xp|server)}");

    private Announcement() {}

    /** None where the guild wants none, or no channel is known. */
    static Optional<ReplyEvent> of(Rise rise, GuildSettings settings, String server, Instant expiresAt) {
        if (!rise.reachesEvery((int) settings.number(LevelSettings.EVERY))) {
            return Optional.empty();
        }
        var body = MessageBody.text(
                text(settings.text(LevelSettings.TEXT).orElse(LevelSettings.DEFAULT_TEXT), rise, server));
        return switch (settings.text(LevelSettings.ANNOUNCE).orElse(LevelSettings.HERE)) {
            case LevelSettings.HERE -> rise.channel().map(channel -> post(channel, body, expiresAt));
            case LevelSettings.ONE_CHANNEL ->
                settings.text(LevelSettings.CHANNEL)
                        .map(ChannelId::of)
                        .or(rise::channel)
                        .map(channel -> post(channel, body, expiresAt));
            case LevelSettings.DIRECT ->
                Optional.of(new PostDirectMessage(rise.member(), body, Optional.empty(), expiresAt));
            default -> Optional.empty();
        };
    }

    private static ReplyEvent post(ChannelId channel, MessageBody body, Instant expiresAt) {
        return new PostMessage(channel, body, Optional.empty(), Optional.empty(), expiresAt);
    }

    /** Names cannot bring placeholders or markup of their own in, and what is no placeholder stays as it is. */
    static String text(String template, Rise rise, String server) {
        var values = Map.of(
                "member", "<@" + rise.member() + ">",
                "name", Shown.name(rise.name()),
                "level", Shown.number(rise.level()),
                "previous", Shown.number(rise.previous()),
                "xp", Shown.number(rise.xp()),
                "server", Shown.name(server));
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found ->
                        java.util.regex.Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
