package dev.warren.eventviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.eventviewer.ViewerOptions.Index;
import dev.warren.schemas.bot.DeadLetterEvent.PutAside;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChainIT {
    private static final OnKafka KAFKA = OnKafka.shared();
    private static EventViewer viewer;
    private static Story story;

    @BeforeAll
    static void happen() {
        viewer = KAFKA.viewer();
        story = Story.told(KAFKA.written(), Instant.now(), Optional.empty());
    }

    @AfterAll
    static void close() {
        viewer.close();
    }

    @Test
    void chain_ofAMembersMessage_isToldFromTheMessageToItsEcho() {
        var chain = awaitChain("message=" + story.asked(), 10);

        assertThat(steps(chain).map(step -> step.getInteger("depth") + " " + step.getString("line")))
                .containsExactlyInAnyOrder(
                        "0 Ada wrote in #general: “!rank”",
                        "1 The fact of it, without its content: 5 characters, 1 word",
                        "2 leveling-service: no XP: commands earn none",
                        "1 The message is the command /rank of leveling-service",
                        "2 leveling-service asks to post: “Ada is at level 3”",
                        "3 gateway-service noted that it is about to post, so that it posts once",
                        "3 Discord took it: it stands there as message " + story.posted(),
                        "4 Discord showed the bot's message in #general: “Ada is at level 3”",
                        "5 The fact of it, without its content: 5 characters, 1 word",
                        "6 leveling-service: no XP: bots earn none");
        assertThat(chain.getString("headline")).isEqualTo("Ada wrote in #general: “!rank” — answered after 41 ms");
        assertThat(chain.getBoolean("underway")).isFalse();
    }

    @Test
    void chain_ofTheBotsMessage_isTheSame() {
        var chain = awaitChain("message=" + story.posted(), 10);

        assertThat(chain.getString("headline")).startsWith("Ada wrote in #general");
    }

    @Test
    void chain_byAnyEventOfIt_isTheSame() {
        var chain = awaitChain("q=command:" + story.asked() + "/answer", 10);

        assertThat(chain.getString("headline")).startsWith("Ada wrote in #general");
    }

    @Test
    void step_tellsPlaceTimesServiceAndIds() {
        var chain = awaitChain("message=" + story.asked(), 10);

        var done = steps(chain)
                .filter(step -> step.getString("line").startsWith("Discord took it"))
                .findFirst()
                .orElseThrow();
        assertThat(done.getString("topic")).isEqualTo("bot.receipts");
        assertThat(done.getString("service")).isEqualTo("gateway-service");
        assertThat(done.getDouble("millis")).isEqualTo(41.0);
        assertThat(done.getBoolean("exact")).isTrue();
        assertThat(done.getString("causationId")).isEqualTo("command:" + story.asked() + "/answer");
        assertThat(done.getString("correlationId")).isEqualTo("message:" + story.asked());
    }

    @Test
    void chain_olderThanWhatIsKept_isFoundInTheTopics() {
        // Given
        var old = Story.told(KAFKA.written(), Instant.now().minus(Duration.ofHours(2)), Optional.empty());
        try (var small = KAFKA.viewer(new Index(10, 64 * 1024), Duration.ofSeconds(1))) {
            // When
            var chain = KAFKA.get(small, "/api/v1/chain?message=" + old.posted());
            // Then
            assertThat(steps(chain)).hasSize(10);
            assertThat(chain.getJsonObject("searched").getInteger("records")).isPositive();
        }
    }

    @Test
    void chain_ofNothingKnown_saysHowMuchWasLookedThrough() {
        var chain = KAFKA.get(viewer, "/api/v1/chain?q=message:4194304000001");

        assertThat(chain.getBoolean("found")).isFalse();
        assertThat(chain.getJsonObject("searched").getBoolean("complete")).isTrue();
    }

    @Test
    void chain_refusedByDiscord_saysItsAnswer() {
        // Given
        var id = EventId.interaction(new InteractionId(Story.snowflake(Instant.now())));
        Event<ReplyEvent> reply =
                Event.first(id, "/leveling", Instant.now(), Story.CHANNEL.toString(), post("a secret plan"));
        KAFKA.written().write(Topics.REPLIES, reply);
        var refused = new ReplyRefused(reply.id(), 403, 50013, "Missing Permissions", Instant.now());
        // When
        KAFKA.written()
                .write(
                        Topics.RECEIPTS,
                        reply.causes(
                                id.derive("receipt:refused"),
                                "/gateway/0",
                                Instant.now(),
                                reply.id().value(),
                                refused));
        // Then
        var chain = awaitChain("q=" + id, 2);
        assertThat(chain.getString("headline")).endsWith("Discord refused it: Missing Permissions (403, code 50013)");
        assertThat(chain.getJsonArray("steps").getJsonObject(1).getString("outcome"))
                .isEqualTo("refused");
    }

    @Test
    void chain_putAside_standsUnderItsSource() {
        // Given
        var id = EventId.interaction(new InteractionId(Story.snowflake(Instant.now())));
        Event<ReplyEvent> reply = Event.first(id, "/leveling", Instant.now(), Story.CHANNEL.toString(), post("hello"));
        var written = KAFKA.written().write(Topics.REPLIES, reply);
        var aside = new PutAside(
                "gateway",
                written.topic(),
                written.partition(),
                written.offset(),
                Optional.empty(),
                Map.of("ce_id", id.value(), "ce_correlationid", id.value()),
                Optional.empty(),
                "java.lang.IllegalStateException",
                "",
                3,
                Instant.now());
        // When
        KAFKA.written()
                .write(
                        Topics.deadLettersWithContent(Service.GATEWAY),
                        Event.first(EventId.of("put-aside:" + id), "/gateway", Instant.now(), "key", aside));
        // Then
        var last = awaitChain("q=" + id, 2).getJsonArray("steps").getJsonObject(1);
        assertThat(last.getInteger("depth")).isEqualTo(1);
        assertThat(last.getString("line")).startsWith("gateway-service could not process it after 3 tries");
        assertThat(last.getString("outcome")).isEqualTo("failed");
    }

    @Test
    void record_raw_hasHeadersAndPrettyJson() {
        var step =
                awaitChain("message=" + story.asked(), 10).getJsonArray("steps").getJsonObject(0);

        var raw = KAFKA.get(
                viewer,
                "/api/v1/records/%s/%d/%d"
                        .formatted(step.getString("topic"), step.getInteger("partition"), step.getLong("offset")));

        assertThat(raw.getJsonObject("headers").getString("ce_id")).isEqualTo("message:" + story.asked());
        assertThat(raw.getString("value")).contains("\n").contains("\"content\" : \"!rank\"");
    }

    @Test
    void reading_needsNoGroup() throws ExecutionException, InterruptedException {
        awaitChain("message=" + story.asked(), 10);
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) KAFKA.servers()))) {
            List<String> groups = admin.listGroups().valid().get().stream()
                    .map(GroupListing::groupId)
                    .toList();
            assertThat(groups).noneMatch(group -> group.contains("viewer"));
        }
    }

    private static PostMessage post(String content) {
        return new PostMessage(
                Story.CHANNEL,
                MessageBody.text(content),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2099-01-01T00:00:00Z"));
    }

    private static JsonObject awaitChain(String query, int steps) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> KAFKA.get(viewer, "/api/v1/chain?" + query),
                        chain -> chain.getJsonArray("steps").size() == steps);
    }

    private static Stream<JsonObject> steps(JsonObject chain) {
        return chain.getJsonArray("steps").stream().map(JsonObject.class::cast);
    }
}
