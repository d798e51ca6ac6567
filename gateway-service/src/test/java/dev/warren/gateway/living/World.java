package dev.warren.gateway.living;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.events.Received;
import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
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
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** Everything around the gateway that a test moves: members, services, settings. */
final class World implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Discord's type of a first response that only says that one will come. */
    private static final int DEFERRED = 5;

    final SimulatorClient members = new SimulatorClient(URI.create(setting("warren.test.discord")));
    final Broker broker = new Broker(setting("warren.test.kafka"));

    World() {
        await(
                "a connected gateway",
                () -> members.stats().getJsonArray("sessions").stream().findFirst());
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** Waits for the first payload of this type that fits. */
    <P, Q extends P> Received<P> await(Topic<P> topic, Class<Q> type, Predicate<Q> wanted) {
        return broker.await(topic, received -> {
            var payload = received.event().payload();
            return type.isInstance(payload) && wanted.test(type.cast(payload));
        });
    }

    /** A service announces these, and Discord has them. */
    void announce(String service, CommandDescription... commands) {
        var now = Instant.now();
        broker.send(
                Topics.COMMANDS,
                Event.first(
                        EventId.of("announcement:" + service + "@" + now),
                        "/" + service,
                        now,
                        service,
                        new ServiceAnnounced(service, 1, List.of(commands), List.of())));
        for (var command : commands) {
            await(
                    "registered " + command.name(),
                    () -> members.commands().stream()
                            .filter(there -> there.getString("name").equals(command.name()))
                            .findFirst());
        }
    }

    /** A guild sets these; they have held for a minute. */
    void set(String guildId, long version, Map<String, String> values) {
        var payload = new SettingsChanged(
                GuildId.of(guildId), version, Instant.now().minusSeconds(60), new UserId(1), Map.of(), values);
        broker.send(
                Topics.SETTINGS,
                Event.first(
                        EventId.of("settings:" + guildId + ":" + version), "/memory", Instant.now(), guildId, payload));
    }

    /** Waits for a message of the bot in the channel that has this in it. */
    JsonObject awaitReply(String guild, String channel, String containing) {
        return await(
                "a reply with " + containing,
                () -> members.messages(guild, channel).stream()
                        .filter(message -> message.getJsonObject("author").getBoolean("bot", false))
                        .filter(message -> message.encode().contains(containing))
                        .findFirst());
    }

    /** Waits for the answer of an interaction, put off or not, and gives all that is known of it. */
    JsonObject awaitAnswer(String interactionId) {
        return await(
                "an answer",
                () -> Optional.of(members.interaction(interactionId)).filter(World::isAnswered));
    }

    private static boolean isAnswered(JsonObject interaction) {
        var response = interaction.getJsonObject("response");
        return response != null
                && (response.getInteger("type") != DEFERRED
                        || !interaction.getJsonArray("edits").isEmpty());
    }

    private static <T> T await(String what, Callable<Optional<T>> found) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .until(found, Optional::isPresent)
                .orElseThrow();
    }

    void assertThatEveryRequestWasValid() {
        assertThat(members.violations()).isEmpty();
    }

    @Override
    public void close() {
        members.close();
        broker.close();
    }
}
