package dev.warren.gateway.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Services that are quick, slow and silent, all at once, with the times of production. */
@QuarkusTest
@TestProfile(Promised.class)
class AnswersInTimeTest {
    private static final int MESSAGE = 4;
    private static final int DEFERRED = 5;
    private static final int EPHEMERAL = 64;
    private static final double DISCORD_WAITS_MILLIS = 3_000;
    private static final Duration DEFERRAL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final String ANSWER = "The answer";
    private static final List<Duration> DELAYS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofMillis(2_500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20));

    private static LocalGuild guild;

    private final Redis redis;

    AnswersInTimeTest(Redis redis) {
        this.redis = redis;
    }

    @BeforeAll
    static void open() {
        guild = new LocalGuild().announced();
    }

    @AfterAll
    static void close() {
        guild.assertNoViolations();
        guild.close();
    }

    /**
     * A use of a command.
     *
     * @param after how long its service takes; none for ever
     * @param secret whether it is announced to be answered ephemerally
     * @param hidden whether it is answered so
     */
    private record Use(Optional<Duration> after, boolean secret, boolean hidden) {
        String channel() {
            return "in-time-" + after.map(time -> time.toMillis() + "ms").orElse("never")
                    + (secret ? "-secret" : "-open") + (hidden ? "-hidden" : "-shown");
        }

        boolean isAtOnce() {
            return after.filter(Duration::isZero).isPresent();
        }

        boolean isDeferred() {
            return after.filter(time -> time.compareTo(DEFERRAL) < 0).isEmpty();
        }
    }

    private record Asked(Use use, String interaction, Event<InteractionEvent> event) {
        Instant due() {
            return event.time().plus(use.after().orElseThrow());
        }

        JsonObject seen() {
            return guild.discord().interaction(interaction);
        }
    }

    private static List<Use> uses() {
        var uses = new ArrayList<Use>();
        for (var delay : DELAYS) {
            uses.add(new Use(Optional.of(delay), false, false));
            uses.add(new Use(Optional.of(delay), true, true));
            uses.add(new Use(Optional.of(delay), false, true));
        }
        uses.add(new Use(Optional.empty(), false, false));
        uses.add(new Use(Optional.empty(), true, true));
        return uses;
    }

    @Test
    void services_thatAreQuickSlowAndSilent_areAnsweredForOnceAndInTime() {
        // Given
        uses().forEach(use -> guild.channel(use.channel()));
        // When
        var asked = new ArrayList<Asked>();
        for (var use : uses()) {
            var one = ask(use);
            asked.add(one);
            if (use.isAtOnce()) {
                answer(one.event(), use.hidden());
            }
        }
        asked.stream()
                .filter(one -> one.use().after().isPresent() && !one.use().isAtOnce())
                .sorted(Comparator.comparing(Asked::due))
                .forEach(AnswersInTimeTest::answerWhenDue);
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> SoftAssertions.assertSoftly(softly -> asked.forEach(one -> {
                    var use = one.use();
                    var seen = one.seen();
                    var response = seen.getJsonObject("response");
                    softly.assertThat(seen.getDouble("delayMs"))
                            .as(use.channel())
                            .isLessThan(DISCORD_WAITS_MILLIS);
                    softly.assertThat(response.getInteger("type"))
                            .as(use.channel())
                            .isEqualTo(use.isDeferred() ? DEFERRED : MESSAGE);
                    boolean hiddenAtOnce = use.isDeferred() ? use.secret() : use.hidden();
                    softly.assertThat(response.getJsonObject("data", new JsonObject())
                                    .getInteger("flags", 0))
                            .as(use.channel())
                            .isEqualTo(hiddenAtOnce ? EPHEMERAL : 0);
                    var standing = guild.messages(use.channel());
                    softly.assertThat(standing)
                            .as(use.channel())
                            .singleElement()
                            .satisfies(message -> {
                                assertThat(message.getString("content"))
                                        .startsWith(use.after().isPresent() ? ANSWER : "Sorry, this takes longer");
                                assertThat(message.getString("ephemeralFor") != null)
                                        .isEqualTo(use.hidden());
                            });
                })));
    }

    @Test
    void deferral_ofAnotherInstance_isFilledByTheAnswer_whichComesSecond() throws IOException, InterruptedException {
        // Given
        var asked = ask("deferred-elsewhere", "open");
        // When
        respondElsewhere(asked, new JsonObject().put("type", DEFERRED));
        answer(asked.event(), false);
        // Then
        await().atMost(PATIENCE)
                .until(() -> LocalGuild.contents(guild.messages("deferred-elsewhere")), List.of(ANSWER)::equals);
        assertThat(asked.seen().getJsonArray("followUps")).isEmpty();
    }

    @Test
    void answer_ofAnotherInstance_isNotFollowedByAnything() throws IOException, InterruptedException {
        // Given
        var asked = ask("answered-elsewhere", "open");
        // When
        respondElsewhere(
                asked, new JsonObject().put("type", MESSAGE).put("data", new JsonObject().put("content", "Elsewhere")));
        // Then: this instance would have deferred it by the time that it defers the next one
        var next = ask("answered-nowhere", "open");
        await().atMost(PATIENCE).until(() -> next.seen().containsKey("response"));
        assertThat(LocalGuild.contents(guild.messages("answered-elsewhere"))).containsExactly("Elsewhere");
        assertThat(asked.seen().getJsonArray("followUps")).isEmpty();
    }

    @Test
    void modal_thatDoesNotCome_isAnsweredForInTime() {
        // When
        var asked = ask("no-modal", "form");
        // Then
        var seen = await().atMost(PATIENCE).until(asked::seen, json -> json.containsKey("response"));
        assertThat(seen.getDouble("delayMs")).isLessThan(DISCORD_WAITS_MILLIS);
        var data = seen.getJsonObject("response").getJsonObject("data");
        assertThat(data.getString("content")).isEqualTo("Sorry, that took too long just now. Please try again.");
        assertThat(data.getInteger("flags")).isEqualTo(EPHEMERAL);
    }

    @Test
    void completions_thatDoNotCome_areNoneInTime() {
        // When: Discord takes none that come later than its three seconds
        var offered = CompletableFuture.supplyAsync(() -> guild.discord()
                .autocomplete(
                        LocalGuild.NAME, "general", "ada", "find", Optional.empty(), "what", Map.of("what", "wa")));
        // Then
        assertThat(offered).succeedsWithin(PATIENCE).asList().isEmpty();
    }

    private static Asked ask(Use use) {
        var interaction = guild.discord()
                .command(LocalGuild.NAME, use.channel(), "ada", use.secret() ? "secret" : "open", Map.of());
        return new Asked(use, interaction, guild.published(interaction));
    }

    private static Asked ask(String channel, String command) {
        guild.channel(channel);
        var interaction = guild.discord().command(LocalGuild.NAME, channel, "ada", command, Map.of());
        return new Asked(new Use(Optional.empty(), false, false), interaction, guild.published(interaction));
    }

    private static void answerWhenDue(Asked asked) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !Instant.now().isBefore(asked.due()));
        answer(asked.event(), asked.use().hidden());
    }

    private static void answer(Event<InteractionEvent> asked, boolean hidden) {
        var origin = asked.payload().origin();
        AnswerEvent answer = new AnswerMessage(
                origin, MessageBody.text(ANSWER), hidden, Instant.now().plusSeconds(60));
        guild.send(Topics.ANSWERS, guild.event(origin.interaction().orElseThrow(), answer));
    }

    /** As an instance does that has the interaction's token from Redis. */
    private void respondElsewhere(Asked asked, JsonObject response) throws IOException, InterruptedException {
        var key = redis.key("interaction:" + asked.interaction());
        byte[] token = await().atMost(PATIENCE)
                .until(
                        () -> redis.call(commands -> commands.hget(key, "token"))
                                .await()
                                .atMost(PATIENCE),
                        found -> found != null);
        var api = ConfigProvider.getConfig().getValue("warren.gateway.discord.api", String.class);
        var request = HttpRequest.newBuilder(URI.create(
                        api + "/interactions/" + asked.interaction() + "/" + new String(token, UTF_8) + "/callback"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(response.encode()))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isBetween(200, 299);
        }
    }
}
