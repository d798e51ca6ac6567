package dev.warren.gateway.outbound;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.CommandDescription.CommandKind;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;
import org.eclipse.microprofile.config.ConfigProvider;

/** A guild at a local Discord, with a service of the test's own behind the gateway. */
public final class LocalGuild implements AutoCloseable {
    public static final String NAME = "warren";

    private final Broker broker;
    private final SimulatorClient discord;

    public LocalGuild() {
        broker = new Broker(setting("warren.test.kafka"));
        discord = new SimulatorClient(URI.create(setting("warren.test.discord")));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    public Broker broker() {
        return broker;
    }

    public SimulatorClient discord() {
        return discord;
    }

    /** A channel of its own, so that limits of other tests' channels do not matter. */
    public ChannelId channel(String name) {
        return ChannelId.of(
                discord.put("/channels", new JsonObject().put("guild", NAME).put("channel", name))
                        .getString("id"));
    }

    public GuildId guild() {
        return GuildId.of(
                discord.put("/guilds", new JsonObject().put("guild", NAME)).getString("id"));
    }

    public JsonObject member(String name) {
        return discord.put("/members", new JsonObject().put("guild", NAME).put("user", name));
    }

    /** An event as a service would send it. */
    public <P> Event<P> event(Object key, P payload) {
        return Event.first(EventId.of("test:" + UUID.randomUUID()), "/embed", Instant.now(), key.toString(), payload);
    }

    public <P> Event<P> send(Topic<P> topic, Event<P> event) {
        broker.send(topic, event);
        return event;
    }

    /** What became of it, once that is known. */
    public ReceiptEvent receipt(Event<?> event) {
        return receipt(event.id());
    }

    public ReceiptEvent receipt(EventId id) {
        return broker.await(
                        Topics.RECEIPTS,
                        received -> received.event().payload().reply().equals(id)
                                && !(received.event().payload() instanceof ReplyIntended))
                .event()
                .payload();
    }

    public List<JsonObject> messages(String channel) {
        return discord.messages(NAME, channel);
    }

    /** The channel's messages, as soon as they are as wanted. */
    public List<JsonObject> messages(String channel, Predicate<List<JsonObject>> wanted) {
        return await().atMost(Duration.ofSeconds(15)).until(() -> messages(channel), wanted);
    }

    public static List<String> contents(List<JsonObject> messages) {
        return messages.stream().map(message -> message.getString("content")).toList();
    }

    /** A member uses a command; what the gateway published of it. */
    public Event<InteractionEvent> command(String channel, String name) {
        return published(discord.command(NAME, channel, "ada", name, Map.of()));
    }

    /** What the gateway published of an interaction. */
    public Event<InteractionEvent> published(String interaction) {
        return broker.await(
                        Topics.INTERACTIONS,
                        received -> received.event().payload().origin().interaction().stream()
                                .anyMatch(id -> id.toString().equals(interaction)))
                .event();
    }

    /** The commands of the test's service, one for each kind of answer; returns when Discord has them. */
    public LocalGuild announced() {
        var commands = List.of(
                command("open", AnswerKind.PUBLIC, List.of()),
                command("secret", AnswerKind.EPHEMERAL, List.of()),
                command("form", AnswerKind.MODAL, List.of()),
                command("find", AnswerKind.PUBLIC, List.of(completed())));
        broker.send(
                Topics.COMMANDS,
                Event.first(
                        EventId.of("test:announced"),
                        "/embed",
                        Instant.now(),
                        "embed",
                        new ServiceAnnounced("embed", 1, commands, List.of())));
        await().atMost(30, SECONDS)
                .until(
                        () -> discord.commands().stream()
                                .map(command -> command.getString("name"))
                                .toList(),
                        names -> names.containsAll(List.of("open", "secret", "form", "find")));
        // Commands are registered by REST; the socket may take longer, and what comes before it is not seen.
        await().atMost(30, SECONDS).until(this::isListening);
        return this;
    }

    /** Whether the gateway sees what happens: a question is at least deferred. */
    private boolean isListening() {
        String probe = discord.command(NAME, "probes", "ada", "open", Map.of());
        try {
            await().atMost(4, SECONDS).until(() -> discord.interaction(probe).containsKey("response"));
            return true;
        } catch (ConditionTimeoutException unseen) {
            return false;
        }
    }

    private static OptionDescription completed() {
        return new OptionDescription(
                "what",
                "What to find",
                OptionType.STRING,
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true,
                false,
                Map.of());
    }

    private static CommandDescription command(String name, AnswerKind answer, List<OptionDescription> options) {
        return new CommandDescription(
                name,
                "A command of the test",
                "embed",
                CommandKind.SLASH,
                Optional.of(new Form(options, answer, name)),
                List.of(),
                Optional.empty(),
                Permissions.NONE,
                Permissions.NONE,
                true,
                Optional.empty(),
                List.of(),
                Map.of());
    }

    /** Proves that Discord's document allows all that was sent, and that requests were looked at where the document is. */
    public void assertNoViolations() {
        assertThat(discord.violations()).isEmpty();
        if (discord.getObject("/health", Map.of()).getBoolean("validates")) {
            assertThat(discord.stats().getLong("requestsValidated")).isPositive();
        }
    }

    @Override
    public void close() {
        discord.close();
        broker.close();
    }
}
