package dev.warren.eventviewer.chains;

import static dev.warren.eventviewer.chains.Wording.count;

import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AuditEvent;
import dev.warren.schemas.bot.DeadLetterEvent;
import dev.warren.schemas.bot.DecisionEvent;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReceiptEvent.ReplyUnknown;
import dev.warren.schemas.bot.SettingsEvent;
import dev.warren.schemas.bot.SettingsRequestEvent;
import dev.warren.schemas.economy.ChanceEvents;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.economy.MarketEvents;
import java.util.Locale;
import java.util.Map;

/** What became of it: receipts, decisions, dead letters and what is kept, in plain words. */
final class Became {
    /** What the services' constants mean. A reason that is not here is shown as it is. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("same-minute", "same minute: no XP, another message of this member has this minute"),
            Map.entry("excluded-direct-message", "no XP: direct messages earn none"),
            Map.entry("excluded-webhook", "no XP: webhooks earn none"),
            Map.entry("excluded-bot", "no XP: bots earn none"),
            Map.entry("excluded-system-message", "no XP: only what people write earns some"),
            Map.entry("excluded-command", "no XP: commands earn none"),
            Map.entry("excluded-module-off", "no XP: leveling is switched off in this guild"),
            Map.entry("missing-permission", "refused: the member lacks a permission"),
            Map.entry("bot-missing-permission", "refused: the bot lacks a permission"),
            Map.entry("cooldown", "refused: the command was used a moment ago"),
            Map.entry("stale", "not run: it came too late, so the member is told that the bot was away"),
            Map.entry("module-off", "refused: the module is switched off in this guild"),
            Map.entry("wrong-argument", "refused: an argument does not fit"),
            Map.entry("interaction-too-old", "not run: the interaction was too old to be answered"),
            Map.entry("guild-only", "refused: it works in a guild only"));

    Told receipt(ReceiptEvent event) {
        return switch (event) {
            case ReplyIntended intended ->
                Told.underway("gateway-service noted that it is about to post, so that it posts once")
                        .at(intended.at());
            case ReplyDone done ->
                Told.done(
                                done.messages().isEmpty()
                                        ? "Discord did it"
                                        : "Discord took it: it stands there as "
                                                + (done.messages().size() == 1
                                                        ? "message "
                                                                + done.messages()
                                                                        .getFirst()
                                                        : count(done.messages().size(), "message")))
                        .at(done.at());
            case ReplyRefused refused -> refused(refused).at(refused.at());
            case ReplyUnknown unknown ->
                Told.failed("Whether it stands at Discord is not known; it is not posted again")
                        .at(unknown.at());
            case LookupDone done ->
                Told.done("The look-up is answered, its result lies in Redis until " + done.until());
            case ReceiptEvent.Unknown(var type) -> Told.done("A receipt of a new kind: " + type);
        };
    }

    private static Told refused(ReplyRefused refused) {
        if (refused.status() == 0) {
            return Told.refused("It was not sent: " + refused.reason());
        }
        var code = refused.code() == 0 ? "" : ", code " + refused.code();
        return Told.refused("Discord refused it: " + refused.reason() + " (" + refused.status() + code + ")");
    }

    Told decision(DecisionEvent event) {
        return switch (event) {
            case DecisionEvent.Decided decided -> {
                var words =
                        REASONS.getOrDefault(decided.reason(), decided.reason().replace('-', ' '));
                var line = Wording.serviceOf(decided.service()) + ": " + words;
                yield isSkip(decided.reason()) ? Told.skipped(line) : Told.refused(line);
            }
            case DecisionEvent.Unknown(var type) -> Told.skipped("A decision of a new kind: " + type);
        };
    }

    /** Whether nothing had to come of it, rather than somebody being told no. */
    static boolean isSkip(String reason) {
        return reason.equals("same-minute") || reason.startsWith("excluded-");
    }

    Told deadLetter(DeadLetterEvent event) {
        return switch (event) {
            case DeadLetterEvent.PutAside aside ->
                Told.failed(Wording.serviceOf(aside.service()) + " could not process it after "
                                + (aside.attempts() == 1 ? "1 try" : aside.attempts() + " tries")
                                + " and put it aside: " + Wording.shortened(aside.reason()))
                        .at(aside.at());
            case DeadLetterEvent.Unknown(var type) -> Told.failed("Put aside in a new way: " + type);
        };
    }

    Told settings(SettingsEvent event) {
        return switch (event) {
            case SettingsEvent.SettingsChanged changed ->
                Told.done("Version " + changed.version() + " of the guild's settings, in force from "
                        + changed.effectiveFrom());
            case SettingsEvent.Unknown(var type) -> Told.done("Settings of a new kind: " + type);
        };
    }

    Told request(String service, SettingsRequestEvent event) {
        return switch (event) {
            case SettingsRequestEvent.ChangeSettings change ->
                Told.underway(service + " asks memory-service to change "
                        + count(change.changes().size(), "setting"));
            case SettingsRequestEvent.Unknown(var type) -> Told.underway(service + " asks for something new: " + type);
        };
    }

    Told announcement(AnnouncementEvent event) {
        return switch (event) {
            case AnnouncementEvent.ServiceAnnounced announced ->
                Told.done(Wording.serviceOf(announced.service()) + " offers "
                        + count(announced.commands().size(), "command"));
            case AnnouncementEvent.ServiceWithdrawn withdrawn ->
                Told.done(Wording.serviceOf(withdrawn.service()) + " is gone for good");
            case AnnouncementEvent.Unknown(var type) -> Told.done("An announcement of a new kind: " + type);
        };
    }

    Told audit(AuditEvent event) {
        return switch (event) {
            case AuditEvent.Audited audited ->
                Told.done("On record: " + audited.action() + " by " + audited.actor() + ", in "
                                + Wording.serviceOf(audited.service()))
                        .at(audited.at());
            case AuditEvent.Operated operated ->
                Told.done("On record: " + operated.action() + " by " + operated.by() + ", who runs the bot")
                        .at(operated.at());
            case AuditEvent.AccessRefused refused ->
                Told.done("On record: " + Wording.serviceOf(refused.service()) + " refused an access, "
                                + refused.reason())
                        .at(refused.at());
            case AuditEvent.Unknown(var type) -> Told.done("On record, in a new way: " + type);
        };
    }

    Told coins(EconomyEvent event) {
        return switch (event) {
            case EconomyEvent.TransactionRecorded recorded -> {
                long moved = recorded.entries().stream()
                        .mapToLong(EconomyEvent.Entry::amount)
                        .filter(amount -> amount > 0)
                        .sum();
                yield Told.done("Transaction " + recorded.number() + " of the guild's ledger: "
                        + recorded.cause().name().toLowerCase(Locale.ROOT) + ", "
                        + count(moved, "coin") + ", sealed in block " + recorded.block());
            }
            case MarketEvents.AirdropStarted one ->
                Told.done("Airdrop " + one.airdrop() + " of " + count(one.coins(), "coin") + " began");
            case MarketEvents.AirdropClaimed one ->
                Told.done("Place " + one.place() + " of airdrop " + one.airdrop() + " claimed: "
                        + count(one.coins(), "coin"));
            case MarketEvents.AirdropEnded one ->
                Told.done("Airdrop " + one.airdrop() + " is over, claimed " + one.claims() + " ×, "
                        + count(one.returned(), "coin") + " returned");
            case MarketEvents.DeadlineReached one ->
                Told.done("The time of " + one.of().name().toLowerCase(Locale.ROOT) + " " + one.id() + " has come");
            case MarketEvents.ItemChanged one ->
                Told.done("Item " + one.item() + " of the shop: "
                        + one.change().name().toLowerCase(Locale.ROOT));
            case MarketEvents.ItemMoved one ->
                Told.done("Item " + one.item() + " " + one.move().name().toLowerCase(Locale.ROOT) + ": "
                        + one.quantity() + " for " + count(one.coins(), "coin"));
            case ChanceEvents.GamePlayed one ->
                Told.done("Game " + one.number() + " (" + one.game() + "): stake " + one.stake() + ", paid "
                        + one.paid());
            case ChanceEvents.SeedRevealed _ -> Told.done("A seed is used no more and told");
            case ChanceEvents.GiveawayStarted one -> Told.done("Giveaway " + one.giveaway() + " began");
            case ChanceEvents.GiveawayEntryChanged one ->
                Told.done("Giveaway " + one.giveaway() + (one.entered() ? " entered" : " left"));
            case ChanceEvents.GiveawayDrawn one ->
                Told.done("Giveaway " + one.giveaway() + " drawn, winners: "
                        + one.winners().size() + " of " + one.entrants());
            case EconomyEvent.Unknown(var type) -> Told.done("Coins, in a new way: " + type);
        };
    }
}
