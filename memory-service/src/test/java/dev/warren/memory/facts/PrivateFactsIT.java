package dev.warren.memory.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.conversation.ConversationEvent.FactProposed;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts belong to the member: nobody reads them in the tables, what is not wanted is not kept, and erased is gone. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class PrivateFactsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Broker broker;

    @Inject
    Pool pool;

    private Talk ada;

    @BeforeAll
    static void open() {
        broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @BeforeEach
    void meet() {
        ada = new Talk(broker);
    }

    private String remember(String text) {
        return ada.said(ada.ask("remember", Map.of("text", text)));
    }

    @Test
    void tables_afterFactsWereRemembered_holdNoWordOfThem() {
        // Given
        remember("I hide carrots under the hawthorn");
        assertThat(rows("SELECT count(*) FROM fact WHERE member = $1")).isEqualTo(1);
        // When
        var hex = HexFormat.of().formatHex("hawthorn".getBytes(UTF_8));
        // Then
        for (var table : List.of("fact", "fact_block", "fact_shelf")) {
            long found = pool.preparedQuery("SELECT count(*) FROM " + table
                            + " t WHERE position($1::text in t::text) > 0 OR position($2::text in t::text) > 0")
                    .execute(Tuple.of("hawthorn", hex))
                    .await()
                    .atMost(PATIENCE)
                    .iterator()
                    .next()
                    .getLong(0);
            assertThat(found).as(table).isZero();
        }
    }

    @Test
    void member_whoWantsNothingKept_isStillRememberedWhatTheyTellTheBotTo() {
        // Given
        ada.answered(ada.ask("privacy", "opt-out", Map.of()));
        // When
        var unwanted = propose("unwanted", "Ada collects stamps");
        await().atMost(PATIENCE)
                .until(() ->
                        rows("SELECT count(*) FROM inbox WHERE $1::bigint > 0 AND event_id = '" + unwanted + "'") == 1);
        remember("I dig long tunnels");
        ada.answered(ada.ask("privacy", "opt-in", Map.of()));
        propose("wanted", "Ada plays the oboe");
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows("SELECT count(*) FROM fact WHERE member = $1"))
                        .isEqualTo(2));
        assertThat(rows("SELECT count(*) FROM fact WHERE member = $1 AND source LIKE '%/unwanted'"))
                .isZero();
    }

    @Test
    void member_whoIsErased_hasNoFactsAndBeginsAnew() {
        // Given
        remember("I live in Berlin");
        remember("I live in Hamburg");
        var question = ada.answer(ada.ask("privacy", "erase", Map.of()));
        // When
        ada.answered(ada.use(question, "memory:privacy-erase:yes"));
        // Then
        for (var table : List.of("fact", "fact_block", "fact_shelf")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(rows("SELECT count(*) FROM " + table + " WHERE member = $1"))
                            .as(table)
                            .isZero());
        }
        assertThat(remember("I live in Hamburg")).isEqualTo("I'll remember that as `#1`.");
        assertThat(ada.answer(ada.ask("recall", Map.of("query", "where do I live")))
                        .embeds()
                        .getFirst()
                        .description()
                        .orElseThrow())
                .startsWith("`#1` I live in Hamburg");
    }

    private EventId propose(String what, String text) {
        var now = Instant.now();
        var id = EventId.of("message:" + ada.channel() + "/" + what);
        broker.send(
                Topics.CONVERSATION_EVENTS,
                Event.first(
                        id,
                        "/ai",
                        now,
                        Keys.member(Optional.of(ada.guild()), ada.user()),
                        new FactProposed(Optional.of(ada.guild()), ada.user(), "conversation-1", text, now)));
        return id;
    }

    private long rows(String query) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(ada.user().value()))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
