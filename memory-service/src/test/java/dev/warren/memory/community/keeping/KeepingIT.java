package dev.warren.memory.community.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.memory.InTransaction;
import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.Permission;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members made goes with them, with their guild, and with time. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class KeepingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> TABLES = List.of(
            "contribution",
            "suggestion",
            "suggestion_vote",
            "calendar_event",
            "calendar_guest",
            "calendar_import",
            "deed");
    private static Broker broker;

    @Inject
    CommunityPersonalData personal;

    @Inject
    CommunityGuildData guilds;

    @Inject
    CommunitySweep sweep;

    @Inject
    InTransaction inTransaction;

    @Inject
    Pool pool;

    private Talk ada;
    private Talk grace;

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
        grace = ada.another(Permission.MANAGE_MESSAGES);
    }

    /** What no other test has written. */
    private String secret() {
        return "Secret of " + ada.user();
    }

    private String secret(int number) {
        return secret() + ", " + number;
    }

    private void madeByAda() {
        ada.answer(ada.ask("gallery", "add", Map.of("title", secret(1), "url", "https://example.org/secret")));
        var suggestion = ada.answer(ada.ask("suggest", "make", Map.of("what", secret(2))));
        var event = ada.answer(ada.ask("calendar", "create", Map.of("title", secret(3), "when", "in 2 hours")));
        grace.answer(grace.use(suggestion, "memory:suggest-vote:"));
        grace.answer(grace.use(event, "memory:calendar-guest:"));
        ada.answer(ada.use(event, "memory:calendar-guest:"));
        var number = event.embeds().getFirst().footer().orElseThrow().replace("Event ", "");
        assertThat(number).isNotBlank();
    }

    @Test
    void member_exported_hasAllThatTheyMade() {
        madeByAda();

        JsonNode all = inTransaction.run(tx -> personal.export(tx, ada.user()));

        assertThat(all.at("/contributions/0/title").asText()).isEqualTo(secret(1));
        assertThat(all.at("/suggestions/0/words").asText()).isEqualTo(secret(2));
        assertThat(all.at("/events/0/title").asText()).isEqualTo(secret(3));
        assertThat(all.at("/joined")).hasSize(1);
        assertThat(all.at("/deeds")).hasSize(4);
        assertThat(count()).isEqualTo(8);
    }

    @Test
    void member_erased_leavesNothingAlsoInTheDeedsOfOthers() {
        // Given: a moderator's deed remembers what Ada wrote
        madeByAda();
        var item = itemOf(ada);
        assertThat(grace.said(grace.ask("gallery", "remove", Map.of("item", item))))
                .startsWith("Removed:");
        assertThat(rowsWith(secret())).isPositive();
        // When
        inTransaction.run(tx -> personal.erase(tx, ada.user()));
        inTransaction.run(tx -> personal.erase(tx, ada.user()));
        // Then
        assertThat(rowsWith(secret())).isZero();
        assertThat(rowsWith(ada.user().toString())).isZero();
        assertThat(count()).isZero();
        JsonNode left = inTransaction.run(tx -> personal.export(tx, ada.user()));
        assertThat(left).isEmpty();
        assertThat(grace.said(grace.ask("undo"))).startsWith("There is nothing to take back");
    }

    @Test
    void guild_thatIsGone_takesAllOfItWithItInSteps() {
        madeByAda();
        var elsewhere = new Talk(broker);
        elsewhere.answer(elsewhere.ask("suggest", "make", Map.of("what", "Kept")));

        int deleted = 0;
        int step;
        do {
            step = inTransaction.run(tx -> guilds.delete(tx, ada.guild(), 2));
            assertThat(step).isLessThanOrEqualTo(2);
            deleted += step;
        } while (step > 0);

        assertThat(deleted).isEqualTo(9);
        assertThat(rowsWith(ada.guild().toString())).isZero();
        assertThat(rowsWith(elsewhere.guild().toString())).isEqualTo(2);
    }

    @Test
    void removed_afterItsTime_isDeletedForGoodAndTheRestStays() {
        madeByAda();
        ada.ask("gallery", "remove", Map.of("item", itemOf(ada)));
        await().atMost(PATIENCE)
                .until(() -> count("contribution WHERE removed_at IS NOT NULL AND guild = " + ada.guild()) == 1);

        sweep.sweep(Instant.now().plus(Duration.ofDays(29))).await().atMost(PATIENCE);
        assertThat(count("contribution WHERE guild = " + ada.guild())).isEqualTo(1);
        assertThat(count("deed WHERE guild = " + ada.guild())).isZero();
        sweep.sweep(Instant.now().plus(Duration.ofDays(31))).await().atMost(PATIENCE);
        assertThat(count("contribution WHERE guild = " + ada.guild())).isZero();
        assertThat(count("calendar_event WHERE guild = " + ada.guild())).isZero();
        assertThat(count("suggestion WHERE guild = " + ada.guild())).isEqualTo(1);
    }

    private String itemOf(Talk talk) {
        var shown = talk.answer(talk.ask("gallery", "list", Map.of())).embeds().getFirst();
        return shown.description().orElseThrow().replaceAll("(?s)^`(\\d+)`.*", "$1");
    }

    private long count() {
        return inTransaction.run(tx -> personal.count(tx, ada.user()));
    }

    private long count(String from) {
        return pool.query("SELECT count(*) FROM " + from)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    /** In how many rows of this room something stands. */
    private long rowsWith(String text) {
        return TABLES.stream()
                .mapToLong(table -> count(table + " WHERE " + table + "::text LIKE '%" + text + "%'"))
                .sum();
    }
}
