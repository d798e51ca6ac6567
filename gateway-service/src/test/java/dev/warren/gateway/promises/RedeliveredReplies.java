package dev.warren.gateway.promises;

import static org.awaitility.Awaitility.await;

import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Replies that come a second time, and what then stands at Discord. */
final class RedeliveredReplies {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SEALED = "sealed";

    private final LocalGuild guild;
    private final MeterRegistry meters;

    RedeliveredReplies(LocalGuild guild, MeterRegistry meters) {
        this.guild = guild;
        this.meters = meters;
    }

    /**
     * Whether a reply that is done and comes again stands once.
     *
     * @param between what happens before it comes again
     */
    boolean standsOnce(String channel, Runnable between) {
        return standsOnce(LocalGuild.NAME, channel, guild.channel(channel), between);
    }

    /** The same where the bot may post and not read. */
    boolean standsOnceUnseen(String channel, Runnable between) {
        guild.discord().put("/guilds", new JsonObject().put("guild", SEALED));
        guild.discord()
                .put(
                        "/roles",
                        new JsonObject()
                                .put("guild", SEALED)
                                .put("role", "Warren")
                                .put(
                                        "permissions",
                                        new JsonArray().add("VIEW_CHANNEL").add("SEND_MESSAGES")));
        var sealed = guild.discord()
                .put(
                        "/channels",
                        new JsonObject()
                                .put("guild", SEALED)
                                .put("channel", channel)
                                .put(
                                        "overwrites",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("user", "Warren")
                                                        .put("deny", new JsonArray().add("READ_MESSAGE_HISTORY")))));
        return standsOnce(SEALED, channel, ChannelId.of(sealed.getString("id")), between);
    }

    private boolean standsOnce(String where, String name, ChannelId channel, Runnable between) {
        var reply = reply(channel, "Only once");
        double ended = ended();
        guild.send(Topics.REPLIES, reply);
        await().atMost(PATIENCE).until(() -> ended() > ended);
        // by then its echo is heard, too
        guild.broker()
                .await(
                        Topics.MESSAGES,
                        heard -> heard.event().payload() instanceof MessageCreated created
                                && created.channel().equals(channel));
        between.run();
        guild.send(Topics.REPLIES, reply);
        guild.send(Topics.REPLIES, reply(channel, "Last"));
        var standing = await().atMost(PATIENCE)
                .until(
                        () -> LocalGuild.contents(guild.discord().messages(where, name)),
                        contents -> contents.contains("Last"));
        return standing.equals(List.of("Only once", "Last"));
    }

    private double ended() {
        return meters.find("warren.replies").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private Event<ReplyEvent> reply(ChannelId channel, String text) {
        return guild.event(
                channel,
                new PostMessage(
                        channel,
                        MessageBody.text(text),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.now().plusSeconds(60)));
    }
}
