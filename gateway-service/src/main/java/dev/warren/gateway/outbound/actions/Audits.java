package dev.warren.gateway.outbound.actions;

import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
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
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the audit of what a member wanted and the bot did. What the bot does of its own accord is told by the service that decided it. */
@ApplicationScoped
class Audits {
    private final EventPublisher publisher;
    private final Discord discord;

    Audits(EventPublisher publisher, Discord discord) {
        this.publisher = publisher;
        this.discord = discord;
    }

    /** What is said of a privileged action. */
    private record Entry(String action, String target, Map<String, String> details) {}

    /** Completes when the broker has it; at once for what needs no privilege or has no invoker. */
    Uni<Void> tell(Event<ActionEvent> event, Map<String, String> details) {
        Optional<UserId> actor = event.payload().context().invoker();
        Optional<Entry> entry = entry(event.payload());
        if (actor.isEmpty() || entry.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var context = event.payload().context();
        var all = new HashMap<>(entry.get().details());
        all.putAll(details);
        var audited = new Audited(
                context.guild(),
                event.source().startsWith("/") ? event.source().substring(1) : event.source(),
                actor.get(),
                entry.get().action(),
                Optional.of(entry.get().target()),
                Optional.of(context.reason()).filter(reason -> !reason.isBlank()),
                all,
                discord.now());
        return publisher.publish(new Outgoing<>(
                Topics.AUDIT,
                event.causes(
                        event.id().derive("audited"),
                        "/gateway",
                        discord.now(),
                        Keys.guild(context.guild()),
                        audited)));
    }

    private static Optional<Entry> entry(ActionEvent action) {
        return Optional.ofNullable(
                switch (action) {
                    case AddRole(var _, var user, var role) ->
                        entry("role-added", user, Map.of("role", role.toString()));
                    case RemoveRole(var _, var user, var role) ->
                        entry("role-removed", user, Map.of("role", role.toString()));
                    case KickMember(var _, var user) -> entry("member-kicked", user, Map.of());
                    case BanMember(var _, var user, var delete) ->
                        entry("member-banned", user, Map.of("deletedMessagesOf", delete.toString()));
                    case UnbanMember(var _, var user) -> entry("member-unbanned", user, Map.of());
                    case TimeoutMember(var _, var user, var until) ->
                        entry(
                                until.isPresent() ? "member-timed-out" : "timeout-ended",
                                user,
                                until.map(end -> Map.of("until", end.toString()))
                                        .orElse(Map.of()));
                    case PurgeMessages(var _, var channel, var _) -> entry("messages-purged", channel, Map.of());
                    case SetSlowMode(var _, var channel, var interval) ->
                        entry("slow-mode-set", channel, Map.of("interval", interval.toString()));
                    case LockChannel(var _, var channel, var locked) ->
                        entry(locked ? "channel-locked" : "channel-unlocked", channel, Map.of());
                    case FetchMember _, FetchMessages _, ActionEvent.Unknown _ -> null;
                });
    }

    private static Entry entry(String action, Object target, Map<String, String> details) {
        return new Entry(action, target.toString(), details);
    }
}
