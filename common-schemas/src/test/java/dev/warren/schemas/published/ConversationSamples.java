package dev.warren.schemas.published;

import static dev.warren.schemas.published.DiscordSamples.FIVER;
import static dev.warren.schemas.published.DiscordSamples.GUILD;
import static dev.warren.schemas.published.DiscordSamples.NOON;
import static dev.warren.schemas.published.Sample.full;
import static dev.warren.schemas.published.Sample.minimal;

import dev.warren.schemas.conversation.ConversationEvent.ConversationEnded;
import dev.warren.schemas.conversation.ConversationEvent.ConversationSummarised;
import dev.warren.schemas.conversation.ConversationEvent.EndReason;
import dev.warren.schemas.conversation.ConversationEvent.FactProposed;
import dev.warren.schemas.conversation.ConversationEvent.TurnTaken;
import dev.warren.schemas.ids.ChannelId;
import java.util.List;
import java.util.Optional;

/** What members and the bot say to each other. */
final class ConversationSamples {
    private static final ChannelId BURROW = new ChannelId(500);
    private static final String TALK = "message:700";

    private ConversationSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new TurnTaken(
                        Optional.of(GUILD),
                        BURROW,
                        FIVER,
                        TALK,
                        1,
                        "What grows on the hill?",
                        "Clover, mostly.",
                        "bunny",
                        "offline",
                        NOON)),
                minimal(new TurnTaken(
                        Optional.empty(), BURROW, FIVER, TALK, 2, "And below?", "Grass.", "owl", "offline", NOON)),
                full(new ConversationEnded(
                        Optional.of(GUILD), BURROW, FIVER, TALK, EndReason.DISMISSED, 2, NOON.plusSeconds(60))),
                minimal(new ConversationEnded(
                        Optional.empty(), BURROW, FIVER, TALK, EndReason.IDLE, 2, NOON.plusSeconds(60))),
                full(new ConversationSummarised(
                        Optional.of(GUILD), BURROW, FIVER, TALK, "About clover.", NOON, NOON.plusSeconds(60))),
                minimal(new ConversationSummarised(Optional.empty(), BURROW, FIVER, TALK, "About clover.", NOON, NOON)),
                full(new FactProposed(Optional.of(GUILD), FIVER, TALK, "Fiver likes clover.", NOON)),
                minimal(new FactProposed(Optional.empty(), FIVER, TALK, "Fiver likes clover.", NOON)));
    }
}
