package dev.warren.schemas.published;

import static dev.warren.schemas.published.DiscordSamples.FIVER;
import static dev.warren.schemas.published.DiscordSamples.GENERAL;
import static dev.warren.schemas.published.DiscordSamples.GUILD;
import static dev.warren.schemas.published.DiscordSamples.HAZEL;
import static dev.warren.schemas.published.DiscordSamples.HELLO;
import static dev.warren.schemas.published.DiscordSamples.NOON;
import static dev.warren.schemas.published.InteractionSamples.ASKED;
import static dev.warren.schemas.published.InteractionSamples.WHISPERED;
import static dev.warren.schemas.published.Sample.full;
import static dev.warren.schemas.published.Sample.minimal;

import dev.warren.schemas.bot.AuditEvent;
import dev.warren.schemas.bot.DeadLetterEvent;
import dev.warren.schemas.bot.DecisionEvent;
import dev.warren.schemas.bot.OperationEvent;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.SettingsEvent;
import dev.warren.schemas.bot.SettingsRequestEvent;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings, receipts, decisions, audit, dead letters. */
final class BookkeepingSamples {
    private static final EventId REPLY = EventId.command(HELLO).derive("reply");

    private BookkeepingSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new SettingsRequestEvent.ChangeSettings(
                        GUILD,
                        Map.of("prefix", Optional.of("?"), "timezone", Optional.empty()),
                        ASKED,
                        Optional.of("It is done."))),
                minimal(new SettingsRequestEvent.ChangeSettings(
                        GUILD, Map.of("prefix", Optional.empty()), WHISPERED, Optional.empty())),
                full(new SettingsEvent.SettingsChanged(
                        GUILD,
                        2,
                        NOON.plusSeconds(5),
                        HAZEL,
                        Map.of("prefix", Optional.of("!"), "timezone", Optional.empty()),
                        Map.of("prefix", "?", "timezone", "Europe/London"))),
                minimal(new SettingsEvent.SettingsChanged(GUILD, 1, NOON, HAZEL, Map.of(), Map.of())),
                full(new ReceiptEvent.ReplyIntended(REPLY, Optional.of(GENERAL), Optional.of("4f1c9a0b2d"), NOON)),
                minimal(new ReceiptEvent.ReplyIntended(REPLY, Optional.empty(), Optional.empty(), NOON)),
                full(new ReceiptEvent.ReplyDone(
                        REPLY, Optional.of(GENERAL), List.of(HELLO, new MessageId(HELLO.value() + 1)), NOON)),
                minimal(new ReceiptEvent.ReplyDone(REPLY, Optional.empty(), List.of(), NOON)),
                full(new ReceiptEvent.ReplyRefused(REPLY, 403, 50_013, "missing permissions", NOON)),
                full(new ReceiptEvent.ReplyUnknown(REPLY, NOON)),
                full(new ReceiptEvent.LookupDone(REPLY, "lookup:4711", NOON.plusSeconds(900))),
                full(new DecisionEvent.Decided(
                        "leveling",
                        "same-minute",
                        List.of(EventId.fact(HELLO)),
                        Map.of("userId", FIVER.toString(), "xp", "0"))),
                minimal(new DecisionEvent.Decided("leveling", "same-minute", List.of(), Map.of())),
                full(new AuditEvent.Audited(
                        GUILD,
                        "memory",
                        HAZEL,
                        "settings-changed",
                        Optional.of("prefix"),
                        Optional.of("! is taken"),
                        Map.of("from", "!", "to", "?"),
                        NOON)),
                minimal(new AuditEvent.Audited(
                        GUILD,
                        "memory",
                        HAZEL,
                        "settings-changed",
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        NOON)),
                full(new AuditEvent.Operated(
                        Optional.of(GUILD),
                        "cli:hazel",
                        "posting-paused",
                        Optional.of("a bad level-up text"),
                        Map.of("source", "cli"),
                        NOON)),
                minimal(new AuditEvent.Operated(
                        Optional.empty(), "cli:hazel", "posting-paused", Optional.empty(), Map.of(), NOON)),
                full(new AuditEvent.AccessRefused(
                        Optional.of(GUILD),
                        "memory",
                        Optional.of(FIVER),
                        "foreign-fact",
                        Map.of("tool", "forget"),
                        NOON)),
                minimal(new AuditEvent.AccessRefused(
                        Optional.empty(), "memory", Optional.empty(), "token-expired", Map.of(), NOON)),
                full(new OperationEvent.PostingPaused(
                        Optional.of(GUILD), "cli:hazel", Optional.of("a bad level-up text"), NOON)),
                minimal(new OperationEvent.PostingPaused(Optional.empty(), "cli:hazel", Optional.empty(), NOON)),
                full(new OperationEvent.PostingResumed(Optional.of(GUILD), "user:" + HAZEL, NOON)),
                minimal(new OperationEvent.PostingResumed(Optional.empty(), "user:" + HAZEL, NOON)),
                full(new OperationEvent.GuildBlocked(GUILD, "user:" + HAZEL, Optional.of("spam"), NOON)),
                minimal(new OperationEvent.GuildBlocked(GUILD, "user:" + HAZEL, Optional.empty(), NOON)),
                full(new OperationEvent.GuildUnblocked(GUILD, "user:" + HAZEL, NOON)),
                full(new OperationEvent.PresenceChosen(
                        OperationEvent.Presence.IDLE, Optional.of("down for repairs"), "user:" + HAZEL, NOON)),
                minimal(new OperationEvent.PresenceChosen(
                        OperationEvent.Presence.ONLINE, Optional.empty(), "user:" + HAZEL, NOON)),
                full(new DeadLetterEvent.PutAside(
                        "leveling",
                        "discord.facts",
                        7,
                        81_234,
                        Optional.of("1170000000000000001:1170000000000000010"),
                        Map.of("ce_type", "dev.warren.discord.message-fact.v1", "alien", "base64:/w=="),
                        Optional.of("e30="),
                        "MismatchedInputException: message is missing",
                        "com.example.Stack\n\tat somewhere",
                        5,
                        NOON)),
                minimal(new DeadLetterEvent.PutAside(
                        "leveling",
                        "discord.facts",
                        0,
                        0,
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        "",
                        "",
                        1,
                        NOON)));
    }
}
