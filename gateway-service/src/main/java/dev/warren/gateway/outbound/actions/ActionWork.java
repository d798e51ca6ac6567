package dev.warren.gateway.outbound.actions;

import dev.warren.gateway.outbound.actions.ActionOutcome.Done;
import dev.warren.gateway.outbound.actions.ActionOutcome.LookedUp;
import dev.warren.gateway.outbound.actions.ActionOutcome.Refused;
import dev.warren.gateway.outbound.actions.ActionOutcome.Unclear;
import dev.warren.gateway.outbound.receipts.Receipts;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.schemas.bot.ActionEvent;
import dev.warren.schemas.bot.ActionEvent.AddRole;
import dev.warren.schemas.bot.ActionEvent.BanMember;
import dev.warren.schemas.bot.ActionEvent.FetchMember;
import dev.warren.schemas.bot.ActionEvent.FetchMessages;
import dev.warren.schemas.bot.ActionEvent.KickMember;
import dev.warren.schemas.bot.ActionEvent.LockChannel;
import dev.warren.schemas.bot.ActionEvent.PurgeMessages;
import dev.warren.schemas.bot.ActionEvent.RemoveRole;
import dev.warren.schemas.bot.ActionEvent.SetSlowMode;
import dev.warren.schemas.bot.ActionEvent.TimeoutMember;
import dev.warren.schemas.bot.ActionEvent.UnbanMember;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReceiptEvent.ReplyUnknown;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.ids.EventId;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does one action: once, in time, with a receipt and an audit record. */
@ApplicationScoped
class ActionWork {
    private final Receipts receipts;
    private final Members members;
    private final Channels channels;
    private final LookUps lookUps;
    private final Audits audits;
    private final Discord discord;
    private final MeterRegistry meters;

    ActionWork(
            Receipts receipts,
            Members members,
            Channels channels,
            LookUps lookUps,
            Audits audits,
            Discord discord,
            MeterRegistry meters) {
        this.receipts = receipts;
        this.members = members;
        this.channels = channels;
        this.lookUps = lookUps;
        this.audits = audits;
        this.discord = discord;
        this.meters = meters;
    }

    /** Completes when the action is done and its receipt acknowledged. */
    Uni<Void> run(Event<ActionEvent> event) {
        return receipts.find(event.id()).chain(receipt -> {
            if (receipt.isPresent() && !(receipt.get() instanceof ReplyIntended)) {
                count(event.payload(), "repeated");
                return Uni.createFrom().voidItem();
            }
            Optional<Instant> begunAt = receipt.map(known -> ((ReplyIntended) known).at());
            boolean expired = !discord.now().isBefore(event.payload().context().expiresAt());
            Uni<ActionOutcome> outcome = begunAt.isEmpty() && expired
                    ? Uni.createFrom().item(ActionOutcome.refused("expired"))
                    : perform(event, begunAt);
            return outcome.chain(result -> ended(event, result));
        });
    }

    private Uni<ActionOutcome> perform(Event<ActionEvent> event, Optional<Instant> begunAt) {
        return switch (event.payload()) {
            case AddRole action -> members.addRole(action);
            case RemoveRole action -> members.removeRole(action);
            case KickMember action -> intended(event, begunAt).chain(() -> members.kick(action, begunAt));
            case BanMember action -> members.ban(action);
            case UnbanMember action -> intended(event, begunAt).chain(() -> members.unban(action, begunAt.isPresent()));
            case TimeoutMember action -> members.timeout(action);
            case PurgeMessages action -> channels.purge(action);
            case SetSlowMode action -> channels.slowMode(action);
            case LockChannel action -> channels.lock(action);
            case FetchMember action -> lookUps.member(event.id(), action);
            case FetchMessages action -> lookUps.messages(event.id(), action);
            case ActionEvent.Unknown(var type) -> throw new IllegalArgumentException("action must be known: " + type);
        };
    }

    /** Only what must not be done twice needs an intent. */
    private Uni<Void> intended(Event<ActionEvent> event, Optional<Instant> begunAt) {
        return begunAt.isPresent()
                ? Uni.createFrom().voidItem()
                : receipts.write(
                        event, new ReplyIntended(event.id(), Optional.empty(), Optional.empty(), discord.now()));
    }

    private Uni<Void> ended(Event<ActionEvent> event, ActionOutcome outcome) {
        count(event.payload(), word(outcome));
        Uni<Void> told = outcome instanceof Done(var details)
                ? audits.tell(event, details)
                : Uni.createFrom().voidItem();
        return told.chain(() -> receipts.write(event, receipt(event.id(), outcome)));
    }

    private ReceiptEvent receipt(EventId action, ActionOutcome outcome) {
        Instant now = discord.now();
        return switch (outcome) {
            case Done _ -> new ReplyDone(action, Optional.empty(), List.of(), now);
            case LookedUp(var key, var until) -> new LookupDone(action, key, until);
            case Refused(int status, int code, var reason) -> new ReplyRefused(action, status, code, reason, now);
            case Unclear _ -> new ReplyUnknown(action, now);
        };
    }

    private void count(ActionEvent action, String outcome) {
        meters.counter("warren.actions", "type", EventTypes.nameOf(action.getClass()), "outcome", outcome)
                .increment();
    }

    private static String word(ActionOutcome outcome) {
        return switch (outcome) {
            case Done _ -> "done";
            case LookedUp _ -> "looked-up";
            case Refused _ -> "refused";
            case Unclear _ -> "unknown";
        };
    }
}
