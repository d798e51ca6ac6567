package dev.warren.memory.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.memory.InTransaction;
import dev.warren.memory.Spoken;
import dev.warren.memory.Talk;
import dev.warren.memory.keys.MemberKeys;
import dev.warren.runtime.redis.Files;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.memory.MemoryEvent.MemberErased;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members see, take and erase what is kept of them. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class PrivacyCommandIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static Broker broker;

    @Inject
    Files files;

    @Inject
    Pool pool;

    @Inject
    InTransaction transaction;

    @Inject
    MemberKeys keys;

    @Inject
    MeterRegistry meters;

    private final String secret = "quince" + UUID.randomUUID();
    private Talk ada;
    private Spoken said;

    @BeforeAll
    static void open() {
        broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @BeforeEach
    void tellMuch() {
        ada = new Talk(broker);
        said = Spoken.of(broker, ada);
        ada.answer(ada.submit("memory:profile", Map.of("name", secret)));
        ada.said(ada.remind("me", Map.of("what", "peel the " + secret, "when", "in 3 hours")));
        said.tell(said.turn("what is a " + secret + "?", "A fruit.", Instant.now()));
        said.tell(said.summary("It was about a " + secret + ".", Instant.now()));
        await().atMost(PATIENCE).until(() -> archived() == 2);
    }

    @Test
    void show_ofAMemberWithAll_tellsWhatIsKeptAndForHowLong() {
        var shown = ada.answer(ada.ask("privacy", "show", Map.of())).embeds().getFirst();

        assertThat(shown.description().orElseThrow())
                .contains(
                        "What you and I said to each other, for 90 days: 2",
                        "What you told in your profile, until you clear it: 1",
                        "Your reminders, until 7 days after they have ended: 1",
                        "What you say to me is kept.");
    }

    @Test
    void export_ofAMember_isAFileOfAllThatNoRecordCarries() throws IOException {
        var asked = ada.ask("privacy", "export", Map.of());
        var file = ada.answer(asked).files().getFirst();

        assertThat(file.bytes()).isEmpty();
        var exported = json(files.load(file).await().atMost(PATIENCE));
        assertThat(exported.at("/profile/name").asText()).isEqualTo(secret);
        assertThat(exported.at("/reminders/0/what").asText()).isEqualTo("peel the " + secret);
        assertThat(exported.at("/conversations/turns/0/prompt").asText()).isEqualTo("what is a " + secret + "?");
        assertThat(exported.at("/conversations/summaries/0/summary").asText()).contains(secret);
        assertThat(exported.at("/conversations").has("olderLeftOut")).isFalse();
    }

    @Test
    void erase_afterTheButton_leavesNothingReadableAndTellsEveryService() {
        // Given
        assertThat(readable()).isNotEmpty();
        var question = ada.answer(ada.ask("privacy", "erase", Map.of()));
        assertThat(question.content()).contains("It cannot be undone");
        assertThat(ada.said(ada.use(question, "memory:privacy-erase:no"))).isEqualTo("Nothing was erased.");
        assertThat(ada.said(ada.use(question, "memory:privacy-erase:yes", Talk.member(99))))
                .isEqualTo("Only who was asked can answer this.");
        assertThat(archived()).isEqualTo(2);
        // When
        var button = ada.use(question, "memory:privacy-erase:yes");
        // Then
        var erased = erased(button);
        assertThat(erased.payload()).isEqualTo(new MemberErased(Optional.empty(), ada.user(), button.time()));
        await().atMost(PATIENCE).until(() -> archived() == 0);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(readable()).isEmpty());
        assertThat(transaction.<Boolean>run(tx -> keys.find(tx, ada.user()).map(found -> found.isPresent())))
                .isFalse();
        var shown = ada.answer(ada.ask("privacy", "show", Map.of())).embeds().getFirst();
        assertThat(shown.description().orElseThrow())
                .contains("What you and I said to each other, for 90 days: nothing");
    }

    @Test
    void whatWasSaidBefore_comingAgainAfterTheErasure_isNotKept() {
        // Given
        awaitNotices(1);
        var before = said.turn("an older " + secret, "yes", Instant.now());
        var button = ada.use(ada.answer(ada.ask("privacy", "erase", Map.of())), "memory:privacy-erase:yes");
        erased(button);
        await().atMost(PATIENCE).until(() -> archived() == 0);
        // When
        var leftOut = leftOut();
        said.tell(before);
        await().atMost(PATIENCE).until(() -> leftOut() > leftOut);
        // Then
        assertThat(archived()).isZero();
        // and what is said from now on is kept again, and told again
        said.tell(said.turn("a new beginning", "hello", Instant.now()));
        await().atMost(PATIENCE).until(() -> archived() == 1);
        awaitNotices(2);
        // and stays when the same erasure is told again, under another id
        awaitPassed(tellErased(Optional.empty(), button.time()));
        assertThat(archived()).isEqualTo(1);
    }

    @Test
    void erasure_inOneGuildAlone_leavesWhatBelongsToTheMember() {
        awaitPassed(tellErased(Optional.of(ada.guild()), Instant.now()));

        assertThat(archived()).isEqualTo(2);
    }

    private void awaitNotices(int count) {
        broker.await(
                Topics.REPLIES,
                count,
                received -> received.event().id().value().startsWith("privacy-notice:" + ada.user() + "@"));
    }

    private RecordMetadata tellErased(Optional<GuildId> guild, Instant at) {
        return broker.send(
                Topics.MEMORY_EVENTS,
                Event.first(
                        EventId.of("erased:" + UUID.randomUUID()),
                        "/memory",
                        Instant.now(),
                        Keys.member(guild, ada.user()),
                        new MemberErased(guild, ada.user(), at)));
    }

    private void awaitPassed(RecordMetadata sent) {
        await().atMost(PATIENCE)
                .until(() -> texts(
                                "SELECT next_offset::text FROM consumed_offset WHERE topic = $1 AND partition = $2",
                                Tuple.of(sent.topic(), sent.partition()))
                        .stream()
                        .anyMatch(next -> Long.parseLong(next) > sent.offset()));
    }

    private static Event<?> erased(Event<?> button) {
        return broker.await(
                        Topics.MEMORY_EVENTS,
                        received -> received.event().id().equals(button.id().derive("member-erased")))
                .event();
    }

    /** Where in the whole database the secret can be read. */
    private List<String> readable() {
        var found = new ArrayList<String>();
        for (var table : texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", Tuple.tuple())) {
            var rows = texts("SELECT '1' FROM " + table + " AS t WHERE t::text LIKE $1", Tuple.of("%" + secret + "%"));
            if (!rows.isEmpty()) {
                found.add(table);
            }
        }
        return found;
    }

    private int archived() {
        return texts(
                        "SELECT kind FROM conversation_record WHERE member = $1",
                        Tuple.of(ada.user().value()))
                .size();
    }

    private double leftOut() {
        return meters.counter("warren.archive", "what", "left-out").count();
    }

    private List<String> texts(String sql, Tuple values) {
        var texts = new ArrayList<String>();
        pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE).forEach(row -> texts.add(row.getString(0)));
        return texts;
    }

    private static JsonNode json(byte[] bytes) throws IOException {
        return new ObjectMapper().readTree(new String(bytes, UTF_8));
    }
}
