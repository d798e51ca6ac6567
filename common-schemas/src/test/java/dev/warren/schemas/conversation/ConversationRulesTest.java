package dev.warren.schemas.conversation;

import dev.warren.schemas.Rule;
import dev.warren.schemas.conversation.ConversationEvent.ConversationEnded;
import dev.warren.schemas.conversation.ConversationEvent.ConversationSummarised;
import dev.warren.schemas.conversation.ConversationEvent.EndReason;
import dev.warren.schemas.conversation.ConversationEvent.FactProposed;
import dev.warren.schemas.conversation.ConversationEvent.TurnTaken;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a conversation's events refuse. */
class ConversationRulesTest {
    private static final ChannelId BURROW = new ChannelId(1);
    private static final UserId FIVER = new UserId(2);
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @ParameterizedTest
    @MethodSource("rules")
    void event_thatBreaksARule_isRefusedInWords(Rule rule) {
        rule.check();
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("a turn of nothing", () -> turn(" ", 1), "conversation must not be blank"),
                new Rule("turn 0", () -> turn("c", 0), "number must be at least 1: 0"),
                new Rule(
                        "nothing said",
                        () -> new ConversationEnded(
                                Optional.empty(), BURROW, FIVER, "c", EndReason.IDLE, 0, Instant.EPOCH),
                        "turns must be at least 1: 0"),
                new Rule("no summary", () -> summary("", NOON), "summary must not be blank"),
                new Rule(
                        "over before it began",
                        () -> summary("s", Instant.EPOCH),
                        "to must not be before from, 2026-05-01T12:00:00Z: 1970-01-01T00:00:00Z"),
                new Rule("no fact", () -> fact(" "), "text must have 1 to 500 characters: 1"),
                new Rule("a novel", () -> fact("x".repeat(501)), "text must have 1 to 500 characters: 501"));
    }

    private static TurnTaken turn(String conversation, int number) {
        return new TurnTaken(Optional.empty(), BURROW, FIVER, conversation, number, "p", "a", "owl", "offline", NOON);
    }

    private static ConversationSummarised summary(String text, Instant to) {
        return new ConversationSummarised(Optional.empty(), BURROW, FIVER, "c", text, NOON, to);
    }

    private static FactProposed fact(String text) {
        return new FactProposed(Optional.empty(), FIVER, "c", text, NOON);
    }
}
