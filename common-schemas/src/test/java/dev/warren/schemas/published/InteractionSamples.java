package dev.warren.schemas.published;

import static dev.warren.schemas.published.DiscordSamples.FIVER;
import static dev.warren.schemas.published.DiscordSamples.GENERAL;
import static dev.warren.schemas.published.DiscordSamples.GUILD;
import static dev.warren.schemas.published.DiscordSamples.HELLO;
import static dev.warren.schemas.published.DiscordSamples.LOBBY;
import static dev.warren.schemas.published.DiscordSamples.MODERATOR;
import static dev.warren.schemas.published.DiscordSamples.NOON;
import static dev.warren.schemas.published.DiscordSamples.STRANGER;
import static dev.warren.schemas.published.Sample.full;
import static dev.warren.schemas.published.Sample.minimal;

import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.ids.InteractionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What members ask of the bot. */
final class InteractionSamples {
    static final Origin ASKED = new Origin(
            Optional.of(new InteractionId(1_170_000_000_000_000_400L)),
            Optional.of(HELLO),
            Optional.of(GUILD),
            GENERAL,
            MODERATOR,
            Optional.of("en-GB"));
    static final Origin WHISPERED =
            new Origin(Optional.empty(), Optional.empty(), Optional.empty(), LOBBY, STRANGER, Optional.empty());

    private InteractionSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new CommandInvoked(
                        ASKED,
                        "economy",
                        "bank",
                        Optional.of("transfer now"),
                        Via.SLASH,
                        Map.of(
                                "to", new OptionValue(OptionType.USER, FIVER.toString(), Optional.of(STRANGER)),
                                "amount", new OptionValue(OptionType.AMOUNT, "all", Optional.empty())),
                        Optional.of(HELLO),
                        NOON,
                        false)),
                minimal(new CommandInvoked(
                        WHISPERED,
                        "leveling",
                        "rank",
                        Optional.empty(),
                        Via.PREFIX,
                        Map.of(),
                        Optional.empty(),
                        NOON,
                        true)),
                full(new ComponentUsed(ASKED, "leveling:page:2", List.of("coding", "music"), NOON)),
                minimal(new ComponentUsed(WHISPERED, "leveling:page:2", List.of(), NOON)),
                full(new ModalSubmitted(ASKED, "moderation:report:1", Map.of("reason", "He said \"frith\"!"), NOON)),
                minimal(new ModalSubmitted(WHISPERED, "moderation:report:1", Map.of(), NOON)),
                full(new AutocompleteRequested(
                        ASKED,
                        "economy",
                        "shop",
                        Optional.of("buy"),
                        "item",
                        "car",
                        Map.of("item", "car", "count", "2"),
                        NOON)),
                minimal(new AutocompleteRequested(
                        WHISPERED, "economy", "buy", Optional.empty(), "item", "", Map.of(), NOON)));
    }
}
