package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static dev.warren.economy.Asks.amount;
import static dev.warren.economy.Asks.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryEvent.MemberErased;
import dev.warren.schemas.memory.MemoryEvent.ProfileChanged;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What the memory service tells of members. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class MembersTest extends ServiceTest {
    private static final Member TRAVELLER = Asks.someone(7_100);
    private static final Member LEAVER = Asks.someone(7_200);
    private static final Member PAST = Asks.someone(7_300);

    private final Crowd crowd;
    private final Pool pool;

    MembersTest(
            Verification verification,
            @ConfigProperty(name = "warren.test.kafka") String kafka,
            Crowd crowd,
            Pool pool) {
        super(verification, kafka);
        this.crowd = crowd;
        this.pool = pool;
    }

    @Test
    void streak_ofAMember_isCountedInTheDaysOfTheirTimeZone() {
        // Given a claim late on Thursday: the next opens at 23:30 UTC on Friday, which is Saturday in Tokyo
        var thursday = Instant.parse("2026-11-19T23:30:00Z");
        var sunday = Instant.parse("2026-11-22T01:00:00Z");
        daily(TRAVELLER, thursday);
        daily(GRACE, thursday);
        told(profile(TRAVELLER, Optional.of("Asia/Tokyo"), Instant.now()));
        told(profile(TRAVELLER, Optional.of("America/New_York"), Instant.now().minusSeconds(60)));
        awaitZone(TRAVELLER.id(), "Asia/Tokyo");
        // When, Then in UTC Sunday is two days after Friday
        assertThat(daily(TRAVELLER, sunday)).contains("on the 2nd day in a row");
        assertThat(daily(GRACE, sunday)).startsWith("**+200 coins**.");
    }

    @Test
    void member_whoIsErased_leavesTheirCoinsAndNothingThatNamesThem() {
        // Given
        answers.to(ask.slash(LEAVER, "daily", Map.of()));
        answers.to(ask.slash(LEAVER, "deposit", Map.of("amount", amount("50"))));
        told(profile(LEAVER, Optional.of("Asia/Tokyo"), Instant.now()));
        awaitZone(LEAVER.id(), "Asia/Tokyo");
        // When
        var erased = erased(LEAVER);
        told(erased);
        told(erased);
        // Then
        var events = answers.recorded(ask.guild(), 3);
        var last = events.stream()
                .filter(one -> one.cause() == Cause.ERASURE)
                .findFirst()
                .orElseThrow();
        assertThat(last.number()).isEqualTo(3);
        assertThat(last.entries()).allMatch(entry -> entry.member().isEmpty());
        for (var table : List.of("holder", "earning", "member_timezone")) {
            assertThat(rows(table, LEAVER.id())).as(table).isZero();
        }
        assertThat(answers.to(ask.slash(LEAVER, "balance", Map.of()))).contains("**0 coins**");
        assertThat(answers.to(admin("burn", Map.of("amount", amount("all")))))
                .isEqualTo("200 coins are out of circulation, transaction `#4`; the treasury has 0 coins.");
    }

    @Test
    void message_ofAnErasedMemberFromBefore_earnsNothing() {
        // Given
        var before = Instant.now().minusSeconds(7_200);
        broker.send(Topics.FACTS, ask.wrote(PAST, before, 1));
        answers.recorded(ask.guild(), 1);
        told(erased(PAST));
        answers.recorded(ask.guild(), 2);
        // When
        broker.send(Topics.FACTS, ask.wrote(PAST, before, 1));
        broker.send(Topics.FACTS, ask.wrote(GRACE, before, 2));
        // Then
        var all = answers.recorded(ask.guild(), 3);
        assertThat(all)
                .extracting(TransactionRecorded::cause)
                .containsExactly(Cause.ACTIVITY, Cause.ERASURE, Cause.ACTIVITY);
        assertThat(all.getLast().entries().getLast().member()).contains(GRACE.id());
        assertThat(rows("holder", PAST.id())).isZero();
    }

    @Test
    void erasure_inOneGuild_leavesWhatIsElsewhere() {
        // Given
        answers.to(admin("grant", Map.of("member", user(ADA), "amount", amount("70"))));
        var elsewhere = Asks.somewhere();
        answers.to(elsewhere.slash(
                GRACE,
                "economy",
                Optional.of("grant"),
                Map.of("member", user(ADA), "amount", amount("7")),
                Instant.now()));
        // When
        told(Event.first(
                EventId.of("erasure:" + ask.guild() + "/1"),
                "/memory",
                Instant.now(),
                Keys.member(Optional.of(ask.guild()), ADA.id()),
                new MemberErased(Optional.of(ask.guild()), ADA.id(), Instant.now())));
        // Then
        answers.recorded(ask.guild(), 2);
        assertThat(answers.to(ask.slash(ADA, "balance", Map.of()))).contains("**0 coins**");
        assertThat(answers.to(elsewhere.slash(ADA, "balance", Map.of()))).contains("**7 coins**");
    }

    /** At any time, which for what comes by the broker must be now. */
    private String daily(Member who, Instant at) {
        var outcome = crowd.ask(ask.slash(who, "daily", Optional.empty(), Map.of(), at));
        return Answers.text(((Answer.Message) outcome.answers().getFirst()).body());
    }

    private void told(Event<MemoryEvent> event) {
        broker.send(Topics.MEMORY_EVENTS, event);
    }

    private Event<MemoryEvent> profile(Member who, Optional<String> zone, Instant at) {
        return Event.first(
                EventId.of("profile:" + who.id() + "@" + at),
                "/memory",
                at,
                Keys.member(Optional.of(ask.guild()), who.id()),
                new ProfileChanged(Optional.of(ask.guild()), who.id(), List.of("timezone"), false, zone));
    }

    private static Event<MemoryEvent> erased(Member who) {
        var now = Instant.now();
        return Event.first(
                EventId.of("erasure:" + who.id()),
                "/memory",
                now,
                Keys.member(Optional.empty(), who.id()),
                new MemberErased(Optional.empty(), who.id(), now));
    }

    private void awaitZone(UserId member, String zone) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> pool.preparedQuery("SELECT zone FROM member_timezone WHERE user_id = $1")
                                .execute(Tuple.of(member.value()))
                                .await()
                                .atMost(PATIENCE)
                                .iterator(),
                        rows -> rows.hasNext() && zone.equals(rows.next().getString(0)));
    }

    private long rows(String table, UserId member) {
        return pool.preparedQuery("SELECT count(*) FROM " + table + " WHERE user_id = $1")
                .execute(Tuple.of(member.value()))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
