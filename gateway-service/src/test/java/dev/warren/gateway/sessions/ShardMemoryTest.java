package dev.warren.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.connection.BotUser;
import dev.warren.gateway.connection.GatewaySession;
import dev.warren.gateway.connection.Snowflake;
import dev.warren.gateway.connection.StoredSession;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShardMemoryTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final GuildId GUILD = new GuildId(7);
    private static final ChannelId GENERAL = new ChannelId(70);
    private static final ChannelId QUIET = new ChannelId(71);
    private static final ChannelId DIRECT = new ChannelId(72);

    private final ShardMemory memory = new ShardMemory(Bounds.defaults(), Memory.none(1));

    private static MessageId at(Duration afterNoon) {
        return Snowflakes.at(NOON.plus(afterNoon));
    }

    private static MessageId second(long seconds) {
        return at(Duration.ofSeconds(seconds));
    }

    private static Mark said(ChannelId channel, MessageId message) {
        return new Mark(channel, channel.equals(DIRECT) ? Optional.empty() : Optional.of(GUILD), message);
    }

    private static Optional<StoredSession> session(String id) {
        return Optional.of(new StoredSession(
                new GatewaySession(
                        id,
                        URI.create("ws://127.0.0.1:1"),
                        new Snowflake(1),
                        0,
                        new BotUser(new Snowflake(2), "Warren"),
                        Set.of()),
                99));
    }

    private Changes changes(String session, long taken) {
        return memory.changes(session, taken, session(session), NOON).orElseThrow();
    }

    /** A first session in which something was said at second 10, and a second one. */
    private void sessionLost() {
        memory.sessionBegan(Set.of(GUILD), NOON);
        memory.arrived("one", 5, said(GENERAL, second(10)));
        memory.arrived("one", 6, said(DIRECT, second(10)));
        changes("one", 6);
        memory.sessionBegan(Set.of(GUILD), NOON.plusSeconds(100));
    }

    @Test
    void message_counts_whenEverythingBeforeItIsTaken() {
        // Given
        memory.sessionBegan(Set.of(GUILD), NOON);
        memory.arrived("one", 5, said(GENERAL, second(1)));
        memory.arrived("one", 6, said(GENERAL, second(2)));
        // Then
        assertThat(changes("one", 5).marks()).containsExactly(said(GENERAL, second(1)));
        var later = changes("one", 6);
        assertThat(later.marks()).containsExactly(said(GENERAL, second(2)));
        assertThat(later.newest()).contains(second(2));
        assertThat(later.session().orElseThrow().sequence()).isEqualTo(6);
        assertThat(memory.changes("one", 6, session("one"), NOON)).isEmpty();
    }

    @Test
    void firstSessionEver_opensNoGap() {
        // When
        memory.sessionBegan(Set.of(GUILD), NOON);
        memory.guildTold(GUILD, Optional.empty(), Map.of(GENERAL, second(-60)), NOON);
        // Then
        assertThat(changes("one", 1).gaps()).isEmpty();
    }

    @Test
    void sessionGone_opensGapsWhereSomethingWasSaid_fromTheMarkOrTheMargin() {
        // Given
        sessionLost();
        // When
        memory.guildTold(
                GUILD, Optional.empty(), Map.of(GENERAL, second(50), QUIET, second(-3600)), NOON.plusSeconds(101));
        var fresh = new ChannelId(73);
        memory.sessionBegan(Set.of(GUILD), NOON.plusSeconds(102));
        memory.guildTold(GUILD, Optional.empty(), Map.of(GENERAL, second(50), fresh, second(60)), NOON);
        // Then
        var gaps = changes("two", 2).gaps();
        assertThat(gaps)
                .contains(
                        new Gap(GENERAL, Optional.of(GUILD), second(10), second(50), Gap.Reason.SESSION, 0),
                        new Gap(fresh, Optional.of(GUILD), second(10 - 60), second(60), Gap.Reason.SESSION, 0))
                .noneMatch(gap -> gap.channel().equals(QUIET));
        assertThat(gaps)
                .filteredOn(gap -> gap.channel().equals(DIRECT))
                .allSatisfy(gap -> assertThat(gap.after()).isEqualTo(second(10)));
    }

    @Test
    void sessionGone_withNothingSaidSince_opensNoGap() {
        // Given
        sessionLost();
        // When
        memory.guildTold(GUILD, Optional.empty(), Map.of(GENERAL, second(10)), NOON.plusSeconds(101));
        // Then
        assertThat(changes("two", 2).gaps()).extracting(Gap::channel).containsExactly(DIRECT);
    }

    @Test
    void guildThatWasNotAwaited_opensNoGap() {
        // Given
        sessionLost();
        memory.guildTold(GUILD, Optional.empty(), Map.of(GENERAL, second(10)), NOON.plusSeconds(101));
        // When: it comes again, after an outage of Discord's
        memory.guildTold(GUILD, Optional.empty(), Map.of(GENERAL, second(500)), NOON.plusSeconds(501));
        // Then
        assertThat(changes("two", 2).gaps()).extracting(Gap::channel).containsExactly(DIRECT);
    }

    @Test
    void guildThatWasJoinedMeanwhile_isReadFromTheJoiningOn() {
        // Given
        sessionLost();
        // When
        memory.guildTold(
                GUILD,
                Optional.of(NOON.plusSeconds(40)),
                Map.of(GENERAL, second(50), QUIET, second(30)),
                NOON.plusSeconds(101));
        // Then
        assertThat(changes("two", 2).gaps())
                .filteredOn(gap -> gap.guild().isPresent())
                .extracting(Gap::channel)
                .containsExactly(GENERAL);
    }

    @Test
    void threadThatIsNoLongerListed_isReadToItsEnd() {
        // Given
        sessionLost();
        // When
        memory.guildTold(GUILD, Optional.empty(), Map.of(), NOON.plusSeconds(101));
        // Then
        assertThat(changes("two", 2).gaps())
                .contains(new Gap(GENERAL, Optional.of(GUILD), second(10), second(101 + 60), Gap.Reason.SESSION, 0));
    }

    @Test
    void messagesOfALostSession_neverCount_whateverTheNewOneTook() {
        // Given
        memory.sessionBegan(Set.of(GUILD), NOON);
        memory.arrived("one", 5, said(GENERAL, second(1)));
        // When
        memory.sessionBegan(Set.of(GUILD), NOON.plusSeconds(5));
        memory.arrived("two", 3, said(QUIET, second(6)));
        memory.guildTold(GUILD, Optional.empty(), Map.of(GENERAL, second(1), QUIET, second(6)), NOON.plusSeconds(6));
        // Then
        var written = changes("two", 9);
        assertThat(written.marks()).containsExactly(said(QUIET, second(6)));
        assertThat(written.gaps()).extracting(Gap::channel).contains(GENERAL);
    }

    @Test
    void shedMessages_makeOneGapOfAChannel_writtenWithTheSequenceThatPassesThem() {
        // Given
        memory.sessionBegan(Set.of(GUILD), NOON);
        // When
        memory.arrived("one", 5, said(GENERAL, second(1)));
        memory.shed(said(GENERAL, second(1)));
        memory.arrived("one", 6, said(GENERAL, second(3)));
        memory.shed(said(GENERAL, second(3)));
        // Then
        var written = changes("one", 6);
        assertThat(written.session().orElseThrow().sequence()).isEqualTo(6);
        assertThat(written.gaps())
                .containsExactly(new Gap(
                        GENERAL,
                        Optional.of(GUILD),
                        new MessageId(second(1).value() - 1),
                        second(3),
                        Gap.Reason.SHED,
                        0));
    }

    @Test
    void channelThatWasReadBack_isNotReadAgain() {
        // Given
        sessionLost();
        memory.guildTold(GUILD, Optional.empty(), Map.of(GENERAL, second(50)), NOON.plusSeconds(101));
        changes("two", 2);
        // When
        memory.readBack(said(GENERAL, second(50)));
        memory.sessionBegan(Set.of(GUILD), NOON.plusSeconds(200));
        memory.guildTold(GUILD, Optional.empty(), Map.of(GENERAL, second(60)), NOON.plusSeconds(200));
        // Then
        assertThat(changes("three", 2).gaps())
                .contains(new Gap(GENERAL, Optional.of(GUILD), second(50), second(60), Gap.Reason.SESSION, 0));
    }

    @Test
    void guildThatWasLeft_isForgotten_andNotReadBack() {
        // Given
        sessionLost();
        memory.guildTold(GUILD, Optional.empty(), Map.of(GENERAL, second(50)), NOON.plusSeconds(101));
        // When
        memory.left(GUILD);
        // Then
        var written = changes("two", 2);
        assertThat(written.left()).containsExactly(GUILD);
        assertThat(written.forgotten()).containsExactly(GENERAL);
        assertThat(written.gaps()).extracting(Gap::channel).containsExactly(DIRECT);
    }

    @Test
    void whatCouldNotBeWritten_isWrittenWithTheNext() {
        // Given
        memory.sessionBegan(Set.of(GUILD), NOON);
        memory.arrived("one", 5, said(GENERAL, second(1)));
        memory.shed(said(GENERAL, second(1)));
        var failed = changes("one", 5);
        // When
        memory.notWritten(failed);
        memory.arrived("one", 6, said(QUIET, second(2)));
        // Then
        var written = changes("one", 6);
        assertThat(written.marks()).contains(said(GENERAL, second(1)), said(QUIET, second(2)));
        assertThat(written.gaps()).isEqualTo(failed.gaps());
    }

    @Test
    void quietChannels_areForgotten_sinceTheNewestMessageOfAllSaysAsMuch() {
        // Given
        memory.sessionBegan(Set.of(GUILD), NOON);
        memory.arrived("one", 5, said(QUIET, second(1)));
        memory.arrived("one", 6, said(DIRECT, second(1)));
        changes("one", 6);
        memory.arrived("one", 7, said(GENERAL, second(600)));
        // When
        var written =
                memory.changes("one", 7, session("one"), NOON.plusSeconds(600)).orElseThrow();
        // Then
        assertThat(written.forgotten()).containsExactly(QUIET);
    }

    @Test
    void remembered_withGuildsStillAwaited_goesOnWhereItWas() {
        // Given
        var restarted = new ShardMemory(
                Bounds.defaults(),
                new Memory(
                        2,
                        session("two"),
                        Optional.of(second(90)),
                        Optional.of(second(10)),
                        Set.of(GUILD),
                        List.of(said(GENERAL, second(10)))));
        // When
        restarted.guildTold(GUILD, Optional.empty(), Map.of(GENERAL, second(50), QUIET, second(20)), NOON);
        // Then
        assertThat(restarted
                        .changes("two", 4, session("two"), NOON)
                        .orElseThrow()
                        .gaps())
                .containsExactlyInAnyOrder(
                        new Gap(GENERAL, Optional.of(GUILD), second(10), second(50), Gap.Reason.SESSION, 0),
                        new Gap(QUIET, Optional.of(GUILD), second(10 - 60), second(20), Gap.Reason.SESSION, 0));
    }
}
