package dev.warren.memory.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.MessageBody;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts are remembered, found by their meaning, replaced and forgotten, on real servers and with the real model. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class MemberFactsIT {
    private static Broker broker;

    @Inject
    Pool pool;

    @Inject
    FactSweep sweep;

    @Inject
    OpenedBlocks opened;

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

    private String recalled(String query) {
        var body = ada.answer(ada.ask("recall", Map.of("query", query)));
        return body.embeds().isEmpty()
                ? body.content()
                : body.embeds().getFirst().description().orElse("");
    }

    private MessageBody forget(String what) {
        return ada.answer(ada.ask("forget", Map.of("what", what)));
    }

    @Test
    void recall_inOtherWords_findsWhatIsMeantAndNotTheRest() {
        // Given
        assertThat(remember("  I play the  violin in an orchestra ")).isEqualTo("I'll remember that as `#1`.");
        remember("My cat is called Tom");
        remember("I am allergic to peanuts");
        // When
        var music = recalled("which instrument do I play?");
        // Then
        assertThat(music).startsWith("`#1` I play the violin in an orchestra\n-# told, since <t:");
        assertThat(recalled("pets").lines().findFirst()).contains("`#2` My cat is called Tom");
        assertThat(recalled("what must I not eat").lines().findFirst()).contains("`#3` I am allergic to peanuts");
        assertThat(recalled("quarterly tax returns of limited companies"))
                .isEqualTo("I remember nothing about that. `/remember` tells me something.");
    }

    @Test
    void newer_onTheSameSubject_closesTheOlderAndGoesWithItWhenForgotten() {
        // Given
        remember("I live in Berlin");
        // When
        var said = remember("I live in Hamburg");
        // Then
        assertThat(said).isEqualTo("I'll remember that as `#2`. It takes the place of:\n`#1` I live in Berlin");
        assertThat(recalled("where do I live")).contains("Hamburg").doesNotContain("Berlin");
        assertThat(rows("SELECT count(*) FROM fact WHERE member = $1 AND valid_until IS NOT NULL AND closed_by = 2"))
                .isEqualTo(1);
        // When
        assertThat(forget("#2").content()).isEqualTo("Forgotten: `#1`, `#2`.");
        // Then
        assertThat(rows("SELECT count(*) FROM fact WHERE member = $1")).isZero();
        assertThat(rows("SELECT count(*) FROM fact_block WHERE member = $1")).isZero();
    }

    @Test
    void member_withAsManyFactsAsMayBe_isToldAndLosesNone() {
        // Given: words that have nothing to do with each other, in more than one block
        var things = List.of(
                "violin",
                "harbour",
                "cactus",
                "trumpet",
                "glacier",
                "saffron",
                "badger",
                "umbrella",
                "marble",
                "rocket",
                "library",
                "onion");
        things.forEach(thing -> assertThat(remember("I think of a " + thing)).startsWith("I'll remember that"));
        assertThat(rows("SELECT count(*) FROM fact_block WHERE member = $1")).isEqualTo(3);
        // When
        var refused = remember("I think of a whale");
        // Then
        assertThat(refused)
                .isEqualTo("I remember 12 things about you, and that is as many as I may. `/forget` makes room.");
        // and what lies in the tables is found without what lies in memory
        opened.clear();
        assertThat(recalled("seaport").lines().findFirst()).contains("`#2` I think of a harbour");
        forget("2");
        assertThat(recalled("seaport")).doesNotContain("harbour");
        assertThat(rows("SELECT sum(entries) FROM fact_block WHERE member = $1"))
                .isEqualTo(11);
    }

    @Test
    void sweep_afterNinetyDays_deletesWhatWasReplacedAndNothingThatHolds() {
        // Given
        remember("I live in Berlin");
        remember("I live in Hamburg");
        // When
        sweep.sweep(Instant.now().plus(Duration.ofDays(89))).await().atMost(Duration.ofSeconds(20));
        assertThat(rows("SELECT count(*) FROM fact WHERE member = $1")).isEqualTo(2);
        sweep.sweep(Instant.now().plus(Duration.ofDays(91))).await().atMost(Duration.ofSeconds(20));
        // Then
        assertThat(rows("SELECT count(*) FROM fact WHERE member = $1")).isEqualTo(1);
        assertThat(recalled("where do I live")).contains("Hamburg");
    }

    @Test
    void proposal_fromTheConversation_isKeptOnceWithItsSource() {
        // Given
        var proposed = propose("message:" + ada.channel() + "/fact", "Ada collects stamps", Instant.now());
        // When: it comes again
        broker.send(Topics.CONVERSATION_EVENTS, proposed);
        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(recalled("stamp collection")).contains("from a conversation"));
        remember("I sing");
        assertThat(rows("SELECT count(*) FROM fact WHERE member = $1")).isEqualTo(2);
        assertThat(rows("SELECT count(*) FROM fact WHERE member = $1 AND origin = 'PROPOSED' AND source = '"
                        + proposed.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void proposal_olderThanWhatIsKnown_doesNotTakeItsPlace() {
        // Given
        remember("I live in Hamburg");
        // When
        propose(
                "message:" + ada.channel() + "/late",
                "I live in Berlin",
                Instant.now().minusSeconds(3_600));
        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rows("SELECT count(*) FROM fact WHERE member = $1 AND closed_by = 1"))
                        .isEqualTo(1));
        assertThat(recalled("where do I live")).contains("Hamburg").doesNotContain("Berlin");
    }

    private Event<FactProposed> propose(String id, String text, Instant at) {
        var event = Event.first(
                EventId.of(id),
                "/ai",
                at,
                Keys.member(Optional.of(ada.guild()), ada.user()),
                new FactProposed(Optional.of(ada.guild()), ada.user(), "conversation-1", text, at));
        broker.send(Topics.CONVERSATION_EVENTS, event);
        return event;
    }

    @Test
    void forget_withoutAnything_showsWhatThereIsAndAsksBeforeAllOfItGoes() {
        // Given
        remember("I dig");
        remember("My burrow has two exits");
        remember("I sleep by day");
        var shown = ada.answer(ada.ask("forget", Map.of()));
        // When: one is chosen
        var picked = ada.answer(ada.use(shown, "memory:forget-pick", "2"));
        // Then
        assertThat(picked.content()).isEqualTo("Forgotten: `#2`.");
        // When: everything
        var sure = ada.answer(ada.use(shown, "memory:forget-all:ask"));
        assertThat(sure.content())
                .isEqualTo("Shall I forget all 2 things that I remember about you? This cannot be taken back.");
        assertThat(ada.answer(ada.use(sure, "memory:forget-all:keep")).content())
                .isEqualTo("I keep what I remember.");
        assertThat(rows("SELECT count(*) FROM fact WHERE member = $1")).isEqualTo(2);
        // Then: only after the second yes
        assertThat(ada.answer(ada.use(sure, "memory:forget-all:do")).content())
                .isEqualTo("I have forgotten all 2 things about you.");
        assertThat(rows("SELECT count(*) FROM fact WHERE member = $1")).isZero();
        assertThat(ada.answer(ada.ask("recall", Map.of())).content()).startsWith("I remember nothing about you.");
    }

    @Test
    void forget_bySomebodyElsesButton_isRefused() {
        remember("I dig");
        var shown = ada.answer(ada.ask("forget", Map.of()));

        var other = ada.answer(
                ada.use(shown, "memory:forget-pick", Talk.member(ada.user().value() + 1), "1"));

        assertThat(other.content()).isEqualTo("These are somebody else's. `/forget` shows yours.");
        assertThat(rows("SELECT count(*) FROM fact WHERE member = $1")).isEqualTo(1);
    }

    @Test
    void forget_byWordsOrAnUnknownNumber_offersTheNearestOrSaysSo() {
        remember("I dig long tunnels");
        remember("My aunt lives in Wales");

        assertThat(forget("relatives abroad").content()).startsWith("This is what comes nearest.");
        assertThat(Talk.customIds(forget("relatives abroad"))).hasSize(2);
        assertThat(forget("77").content())
                .isEqualTo("I remember nothing as `#77`. `/recall` shows what I do remember.");
        assertThat(remember("?!")).startsWith("Text must have letters or digits");
    }

    @Test
    void completion_ofForget_offersFactsWithWhatWasTyped() {
        remember("I dig long tunnels");
        remember("My aunt lives in Wales");

        var answer = ada.answered(ada.complete("forget", "what", "WALES"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        AnswerChoices.class,
                        offered -> assertThat(offered.choices()).singleElement().satisfies(choice -> {
                            assertThat(choice.name()).isEqualTo("#2 My aunt lives in Wales");
                            assertThat(choice.value()).isEqualTo("2");
                        }));
    }

    private long rows(String query) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(ada.user().value()))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong(0);
    }
}
