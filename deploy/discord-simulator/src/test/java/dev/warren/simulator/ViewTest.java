package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.warren.simulator.client.ControlRefused;
import dev.warren.simulator.client.SimulatorClient;
import dev.warren.simulator.live.LiveSettings;
import dev.warren.simulator.web.WebOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the web client reads: views of guilds and messages, and live events. */
class ViewTest {
    private static DiscordSimulator simulator;
    private static SimulatorClient members;
    private static BotRest bot;

    @BeforeAll
    static void start() {
        simulator = Simulators.start(options -> options.withWeb(new WebOptions(
                Optional.empty(), List.of(), new LiveSettings(4, 20, 40, Duration.ofMillis(20), 1 << 20))));
        members = new SimulatorClient(simulator.controlUri());
        bot = BotRest.of(simulator);
    }

    @AfterAll
    static void stop() {
        members.close();
        Simulators.stop(simulator);
    }

    /** A client of the live socket that keeps all frames. */
    private static final class Watching implements WebSocket.Listener, AutoCloseable {
        private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final WebSocket socket;

        Watching(String query) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(simulator.gatewayUri() + "/control/v1/live?" + query), this)
                    .join();
            await().until(() -> !frames.isEmpty());
        }

        static Watching of(String user, String channelId) {
            return new Watching("as=" + viewer(user) + "&channel=" + channelId);
        }

        JsonObject hello() {
            return frames.getFirst();
        }

        List<JsonObject> events(String type) {
            return frames.stream()
                    .flatMap(frame -> frame.getJsonArray("events", new JsonArray()).stream())
                    .map(JsonObject.class::cast)
                    .filter(event -> event.getString("type").equals(type))
                    .toList();
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                frames.add(new JsonObject(text.toString()));
                text.setLength(0);
            }
            webSocket.request(1);
            return CompletableFuture.completedFuture(data);
        }

        @Override
        public void close() {
            socket.abort();
        }
    }

    private static String viewer(String name) {
        return members.getObject("/view", Map.of("as", name))
                .getJsonObject("viewer")
                .getString("id");
    }

    private static List<String> channels(String as) {
        return members.getObject("/view/guild", Map.of("guild", "warren", "as", as)).getJsonArray("channels").stream()
                .map(channel -> ((JsonObject) channel).getString("name"))
                .toList();
    }

    private static JsonArray page(String channelId, String as) {
        return members.getObject("/view/messages", Map.of("channelId", channelId, "as", as))
                .getJsonArray("messages");
    }

    @Test
    void guild_seenByAMember_hidesChannelsThatItMayNotSee() {
        members.put("/members", new JsonObject().put("guild", "warren").put("user", "Nosy"));
        members.put(
                "/channels",
                new JsonObject()
                        .put("guild", "warren")
                        .put("channel", "board")
                        .put(
                                "overwrites",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("role", "@everyone")
                                                .put("deny", new JsonArray().add("VIEW_CHANNEL")))));

        assertThat(channels("owner")).contains("general", "board");
        assertThat(channels("Nosy")).contains("general").doesNotContain("board");
        String board = members.say("warren", "board", "owner", "secret plan").channelId();
        assertThatThrownBy(() -> page(board, "Nosy"))
                .isInstanceOfSatisfying(
                        ControlRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
    }

    @Test
    void join_ofABannedUser_isRefused() {
        members.put("/members", new JsonObject().put("guild", "warren").put("user", "Banned"));
        members.delete("/members", Map.of("guild", "warren", "user", "Banned", "ban", "true"));

        assertThatThrownBy(() -> members.post(
                        "/joins", new JsonObject().put("guild", "warren").put("user", "Banned")))
                .isInstanceOfSatisfying(
                        ControlRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
        assertThat(channels("Banned")).isEmpty();
    }

    @Test
    void message_mentioningWithoutPing_stillCarriesTheName() {
        members.say("warren", "names", "Ada", "hello");
        String channel = members.say("warren", "names", "Ada", "hi").channelId();
        bot.post(
                "/channels/" + channel + "/messages",
                new JsonObject()
                        .put("content", "<@" + viewer("Ada") + "> is here")
                        .put("allowed_mentions", new JsonObject().put("parse", new JsonArray())));

        JsonObject message = page(channel, "Ada").getJsonObject(2);
        assertThat(message.getJsonArray("mentions")).isEmpty();
        assertThat(message.getJsonObject("view").getJsonObject("names").getMap())
                .containsValue("Ada");
    }

    @Test
    void members_searched_areFoundByPartOfTheirName() {
        members.put("/members", new JsonObject().put("guild", "warren").put("user", "Zacharias"));

        assertThat(members.getList("/view/members", Map.of("guild", "warren", "query", "CHAR")))
                .singleElement()
                .satisfies(member -> assertThat(member.getJsonObject("view").getString("name"))
                        .isEqualTo("Zacharias"));
    }

    @Test
    void message_editedInSomebodyElsesName_isRefused() {
        var written = members.say("warren", "owned", "Ada", "mine");

        assertThatThrownBy(() -> members.delete("/messages/" + written.id(), Map.of("user", "Grace")))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("somebody else's");
    }

    @Test
    void live_watchingAChannel_hearsItsMessagesAndOfOthersThatTheyAreUnread() {
        String channel = members.say("warren", "live", "Ada", "first").channelId();
        try (var watching = Watching.of("Ada", channel)) {
            members.say("warren", "live", "Grace", "second");
            var other = members.say("warren", "live-other", "Grace", "elsewhere");

            await().until(() -> watching.events("message").size() == 1
                    && watching.events("unread").size() == 1);
            assertThat(watching.events("message")
                            .getFirst()
                            .getJsonObject("message")
                            .getString("content"))
                    .isEqualTo("second");
            assertThat(watching.events("unread").getFirst().getString("channelId"))
                    .isEqualTo(other.channelId());
        }
    }

    @Test
    void live_backAfterAMoment_catchesUp() {
        String channel = members.say("warren", "resumed", "Ada", "first").channelId();
        JsonObject hello;
        try (var before = Watching.of("Ada", channel)) {
            hello = before.hello();
        }
        members.say("warren", "resumed", "Grace", "meanwhile");
        String position = "&epoch=" + hello.getString("epoch") + "&after=" + hello.getLong("sequence");
        try (var again = new Watching("as=" + viewer("Ada") + "&channel=" + channel + position)) {
            assertThat(again.hello().getBoolean("resumed")).isTrue();
            await().until(() -> again.events("message").size() == 1);
        }
        for (int i = 0; i < 60; i++) {
            members.say("warren", "resumed", "Grace", "many " + i);
        }
        try (var late = new Watching("as=" + viewer("Ada") + "&channel=" + channel + position)) {
            assertThat(late.hello().getBoolean("resumed")).isFalse();
        }
    }

    @Test
    void live_moreThanTheQueueHolds_isToldToReadAnew() {
        String channel = members.say("warren", "load-1", "Ada", "first").channelId();
        try (var watching = Watching.of("Ada", channel)) {
            members.post(
                    "/load", new JsonObject().put("messagesPerSecond", 20_000).put("seconds", 1));

            await().until(() -> !watching.events("lost").isEmpty());
            assertThat(watching.frames)
                    .allSatisfy(frame -> assertThat(frame.getJsonArray("events", new JsonArray())
                                    .size())
                            .isLessThanOrEqualTo(30));
        }
    }

    @Test
    void live_ephemeralAnswer_isHeardByItsMemberAlone() {
        String channel = members.say("warren", "quiet", "Ada", "first").channelId();
        members.say("warren", "quiet", "Grace", "me too");
        bot.put(
                "/applications/" + Simulators.BOT_ID + "/commands",
                new JsonArray().add(new JsonObject().put("name", "secret").put("description", "Answers you alone")));
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);
        try (var ada = Watching.of("Ada", channel);
                var grace = Watching.of("Grace", channel)) {
            members.command("warren", "quiet", "Ada", "secret", Map.of());
            JsonObject interaction = gateway.event("INTERACTION_CREATE");
            bot.post(
                    "/interactions/" + interaction.getString("id") + "/" + interaction.getString("token") + "/callback",
                    new JsonObject()
                            .put("type", 4)
                            .put(
                                    "data",
                                    new JsonObject().put("content", "A secret").put("flags", 64)));
            await().until(() -> ada.events("message").size() == 1
                    && ada.events("interaction").size() == 1);
            members.say("warren", "quiet", "Ada", "done");
            await().until(() -> !grace.events("message").isEmpty());

            assertThat(grace.events("message"))
                    .singleElement()
                    .satisfies(
                            event -> assertThat(event.getJsonObject("message").getString("content"))
                                    .isEqualTo("done"));
            assertThat(page(channel, "Grace").encode()).doesNotContain("A secret");
            assertThat(page(channel, "Ada").encode()).contains("A secret");
        } finally {
            gateway.abort();
        }
    }
}
