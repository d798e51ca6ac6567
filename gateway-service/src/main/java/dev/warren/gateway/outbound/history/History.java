package dev.warren.gateway.outbound.history;

import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.outbound.receipts.Receipts;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.Snowflake;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks for a message that may have been posted: by its echo, which alone carries the nonce, else in what the channel says since the intent.
 * There a message matches by author, by the interaction that it answers and by what it shows, if it is no other reply's.
 */
@ApplicationScoped
public class History {
    private static final int PAGE = 100;
    private static final int MAX_PAGES = 5;
    /** Discord's clock may be behind. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private static final Permissions READING = Permissions.of(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);

    private final Discord discord;
    private final GuildDirectory guilds;
    private final Receipts receipts;
    private final Self self;
    private final NonceEchoes echoes;

    History(Discord discord, GuildDirectory guilds, Receipts receipts, Self self, NonceEchoes echoes) {
        this.discord = discord;
        this.guilds = guilds;
        this.receipts = receipts;
        this.self = self;
        this.echoes = echoes;
    }

    /** What was found. */
    public sealed interface Search {
        record Found(MessageId message) implements Search {}

        /** It is certainly not there. */
        record Absent() implements Search {}

        /** There are several, or the channel could not be read to its end. */
        record Ambiguous() implements Search {}
    }

    /** Looks for it until {@code until}. */
    public Uni<Search> find(Sought sought, Instant until) {
        return echo(sought)
                .chain(heard -> heard.<Uni<Search>>map(
                                message -> Uni.createFrom().item(new Search.Found(message)))
                        .orElseGet(() -> look(sought, until)));
    }

    private Uni<Optional<MessageId>> echo(Sought sought) {
        return sought.nonce()
                .map(echoes::messageOf)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Search> look(Sought sought, Instant until) {
        long after = Math.max(0, sought.since().minus(SKEW).toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS) << 22;
        return self.user()
                .chain(bot -> bot.isEmpty() || isClosed(sought.channel(), bot.get())
                        ? Uni.createFrom().item(new Search.Ambiguous())
                        : page(sought.channel(), Long.toString(after), until, new ArrayList<>(), MAX_PAGES)
                                .chain(read -> read.isEmpty()
                                        ? Uni.createFrom().item(new Search.Ambiguous())
                                        : unclaimed(
                                                sought.reply(),
                                                matching(
                                                        read.get(),
                                                        sought.author()
                                                                .orElseGet(() -> bot.get()
                                                                        .toString()),
                                                        sought))));
    }

    /** Whether Discord would show the bot an empty channel, whatever stands there. */
    private boolean isClosed(ChannelId channel, UserId bot) {
        return guilds.guildOf(channel)
                .flatMap(guilds::guild)
                .flatMap(guild -> guilds.permissions(guild.guild(), channel, bot, guild.botRoles()))
                .filter(permissions -> !permissions.allows(READING))
                .isPresent();
    }

    private static List<JsonObject> matching(List<JsonObject> read, String author, Sought sought) {
        return read.stream().filter(message -> matches(message, author, sought)).toList();
    }

    /** All messages since, none when they could not be read to the end. */
    private Uni<Optional<List<JsonObject>>> page(
            ChannelId channel, String after, Instant until, List<JsonObject> read, int pages) {
        var request = RestRequest.to(Routes.MESSAGES.at(channel.toString()))
                .query(
                        new RestRequest.Parameter("after", after),
                        new RestRequest.Parameter("limit", Integer.toString(PAGE)))
                .until(until);
        return discord.insist(request).chain(outcome -> {
            if (!(outcome instanceof RestOutcome.Posted posted)) {
                return Uni.createFrom().item(Optional.empty());
            }
            var found = posted.body().toJsonArray().stream()
                    .map(JsonObject.class::cast)
                    .toList();
            read.addAll(found);
            if (found.size() < PAGE) {
                return Uni.createFrom().item(Optional.of(read));
            }
            long newest = found.stream()
                    .mapToLong(message -> Long.parseLong(message.getString("id")))
                    .max()
                    .orElse(0);
            return pages == 1
                    ? Uni.createFrom().item(Optional.empty())
                    : page(channel, Long.toString(newest), until, read, pages - 1);
        });
    }

    private Uni<Search> unclaimed(EventId reply, List<JsonObject> candidates) {
        return Multi.createFrom()
                .iterable(candidates)
                .map(message -> MessageId.of(message.getString("id")))
                .onItem()
                .transformToUniAndConcatenate(message -> receipts.replyOf(message)
                        .map(owner -> owner.isEmpty() || owner.get().equals(reply)
                                ? Optional.of(message)
                                : Optional.<MessageId>empty()))
                .collect()
                .asList()
                .map(found -> {
                    var own = found.stream().flatMap(Optional::stream).toList();
                    return switch (own.size()) {
                        case 0 -> new Search.Absent();
                        case 1 -> new Search.Found(own.getFirst());
                        default -> new Search.Ambiguous();
                    };
                });
    }

    private static boolean matches(JsonObject message, String author, Sought sought) {
        var shown = sought.shown();
        return author.equals(message.getJsonObject("author", new JsonObject()).getString("id"))
                && interaction(message).equals(sought.interaction().map(Object::toString))
                && text(message).equals(text(shown))
                && titles(message).equals(titles(shown))
                && size(message, "components") == size(shown, "components")
                && size(message, "attachments") == size(shown, "attachments")
                && (reference(shown) == null || Objects.equals(reference(message), reference(shown)));
    }

    private static Optional<String> interaction(JsonObject message) {
        return Optional.ofNullable(
                message.getJsonObject("interaction_metadata", new JsonObject()).getString("id"));
    }

    private static String text(JsonObject message) {
        return message.getString("content", "").strip();
    }

    private static List<String> titles(JsonObject message) {
        return message.getJsonArray("embeds", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(embed -> embed.getString("title", "") + "\n" + embed.getString("description", ""))
                .toList();
    }

    private static int size(JsonObject message, String list) {
        return message.getJsonArray(list, new JsonArray()).size();
    }

    private static @org.jspecify.annotations.Nullable String reference(JsonObject message) {
        return message.getJsonObject("message_reference", new JsonObject()).getString("message_id");
    }
}
