package dev.warren.schemas.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.schemas.Rule;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What actions, answers, settings and dead letters refuse or cut. */
class EventRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final GuildId GUILD = new GuildId(1);
    private static final ChannelId GENERAL = new ChannelId(2);
    private static final UserId FIVER = new UserId(3);
    private static final ActionEvent.Context CONTEXT = new ActionEvent.Context(GUILD, Optional.empty(), "flood", NOON);
    private static final Origin ORIGIN = new Origin(
            Optional.empty(),
            Optional.empty(),
            Optional.of(GUILD),
            GENERAL,
            new Member(FIVER, "fiver", "Fiver", false, Optional.empty(), List.of(), Optional.empty()),
            Optional.empty());

    @ParameterizedTest
    @MethodSource("rules")
    void event_thatBreaksARule_isRefusedInWords(Rule rule) {
        rule.check();
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "deletes more than a week",
                        () -> new ActionEvent.BanMember(
                                CONTEXT, FIVER, Duration.ofDays(7).plusSeconds(1)),
                        "deleteMessages must be 0 to 7 days: PT168H1S"),
                new Rule(
                        "deletes the future",
                        () -> new ActionEvent.BanMember(CONTEXT, FIVER, Duration.ofSeconds(-1)),
                        "deleteMessages must be 0 to 7 days: PT-1S"),
                new Rule("purges nothing", () -> purge(0), "messages must be 1 to 100: 0"),
                new Rule("purges too much", () -> purge(101), "messages must be 1 to 100: 101"),
                new Rule(
                        "too slow",
                        () -> slow(Duration.ofHours(6).plusSeconds(1)),
                        "interval must be 0 to 6 h: PT6H1S"),
                new Rule("slow backwards", () -> slow(Duration.ofSeconds(-1)), "interval must be 0 to 6 h: PT-1S"),
                new Rule("fetches nothing", () -> fetch(0), "limit must be 1 to 100: 0"),
                new Rule("fetches too much", () -> fetch(101), "limit must be 1 to 100: 101"),
                new Rule("completes too much", () -> choices(26), "choices must be at most 25: 26"),
                new Rule(
                        "settings before the first version",
                        () -> new SettingsEvent.SettingsChanged(GUILD, 0, NOON, FIVER, Map.of(), Map.of()),
                        "version must be at least 1: 0"),
                new Rule(
                        "changes nothing",
                        () -> new SettingsRequestEvent.ChangeSettings(GUILD, Map.of(), ORIGIN, Optional.empty()),
                        "changes must not be empty"));
    }

    @Test
    void event_atEveryBound_isAccepted() {
        assertThat(purge(100).messages()).hasSize(100);
        assertThat(fetch(100).limit()).isEqualTo(100);
        assertThat(choices(25).choices()).hasSize(25);
        assertThat(slow(Duration.ofHours(6)).interval()).isEqualTo(Duration.ofHours(6));
        assertThat(new ActionEvent.BanMember(CONTEXT, FIVER, Duration.ofDays(7)).deleteMessages())
                .isEqualTo(Duration.ofDays(7));
    }

    @Test
    void deadLetter_withALongReasonAndStack_isCutAndNotRefused() {
        var letter = new DeadLetterEvent.PutAside(
                "leveling",
                "discord.facts",
                0,
                0,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                "r".repeat(1001),
                "s".repeat(8001),
                1,
                NOON);

        assertThat(letter.reason()).hasSize(1000);
        assertThat(letter.stack()).hasSize(8000);
    }

    @Test
    void unknown_ofAKindWithACommonField_saysThatItHasNone() {
        assertThatThrownBy(() -> new ActionEvent.Unknown("x").context())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("an unknown action has no known context: x");
        assertThatThrownBy(() -> new AnswerEvent.Unknown("x").origin())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("an unknown answer has no known origin: x");
        assertThatThrownBy(() -> new ReceiptEvent.Unknown("x").reply())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("an unknown receipt has no known reply: x");
        assertThat(new ReplyEvent.Unknown("x").expiresAt()).isEqualTo(Instant.MAX);
    }

    @Test
    void operation_withoutAuthorOrWithTooMuchText_saysTheRule() {
        assertThatThrownBy(() -> new OperationEvent.PostingResumed(Optional.empty(), " ", NOON))
                .hasMessage("by must have 1 to 100 characters: 1");
        assertThatThrownBy(() -> new OperationEvent.PostingPaused(
                        Optional.empty(), "cli:ada", Optional.of("x".repeat(501)), NOON))
                .hasMessage("reason must have 1 to 500 characters: 501");
        assertThatThrownBy(() -> new OperationEvent.PresenceChosen(
                        OperationEvent.Presence.IDLE, Optional.of("x".repeat(129)), "cli:ada", NOON))
                .hasMessage("activity must have 1 to 128 characters: 129");
    }

    @Test
    void operation_keys_areOneForEachDecision() {
        assertThat(OperationEvent.postingKey(Optional.empty())).isEqualTo("posting");
        assertThat(OperationEvent.postingKey(Optional.of(new GuildId(7)))).isEqualTo("posting:7");
        assertThat(OperationEvent.blockKey(new GuildId(7))).isEqualTo("block:7");
        assertThat(OperationEvent.presenceKey()).isEqualTo("presence");
    }

    private static ActionEvent.PurgeMessages purge(int messages) {
        return new ActionEvent.PurgeMessages(CONTEXT, GENERAL, Collections.nCopies(messages, new MessageId(9)));
    }

    private static ActionEvent.SetSlowMode slow(Duration interval) {
        return new ActionEvent.SetSlowMode(CONTEXT, GENERAL, interval);
    }

    private static ActionEvent.FetchMessages fetch(int limit) {
        return new ActionEvent.FetchMessages(CONTEXT, GENERAL, Optional.empty(), limit);
    }

    private static AnswerEvent.AnswerChoices choices(int count) {
        var choice = new OptionDescription.Choice("One", "1");
        return new AnswerEvent.AnswerChoices(ORIGIN, Collections.nCopies(count, choice), NOON);
    }
}
