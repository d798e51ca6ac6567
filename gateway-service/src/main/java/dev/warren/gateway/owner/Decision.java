package dev.warren.gateway.owner;

import dev.warren.schemas.bot.AuditEvent.Operated;
import dev.warren.schemas.bot.OperationEvent;
import dev.warren.schemas.bot.OperationEvent.GuildBlocked;
import dev.warren.schemas.bot.OperationEvent.GuildUnblocked;
import dev.warren.schemas.bot.OperationEvent.PostingPaused;
import dev.warren.schemas.bot.OperationEvent.PostingResumed;
import dev.warren.schemas.bot.OperationEvent.PresenceChosen;
import dev.warren.schemas.ids.GuildId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An operation as it is keyed and audited.
 *
 * @param guild none when it concerns all
 */
record Decision(String key, Optional<GuildId> guild, String action, String by, Optional<String> reason, Instant at) {
    static Decision of(OperationEvent operation) {
        return switch (operation) {
            case PostingPaused(var guild, var by, var reason, var at) ->
                new Decision(OperationEvent.postingKey(guild), guild, "posting-paused", by, reason, at);
            case PostingResumed(var guild, var by, var at) ->
                new Decision(OperationEvent.postingKey(guild), guild, "posting-resumed", by, Optional.empty(), at);
            case GuildBlocked(var guild, var by, var reason, var at) ->
                new Decision(OperationEvent.blockKey(guild), Optional.of(guild), "guild-blocked", by, reason, at);
            case GuildUnblocked(var guild, var by, var at) ->
                new Decision(
                        OperationEvent.blockKey(guild),
                        Optional.of(guild),
                        "guild-unblocked",
                        by,
                        Optional.empty(),
                        at);
            case PresenceChosen(var _, var _, var by, var at) ->
                new Decision(
                        OperationEvent.presenceKey(), Optional.empty(), "presence-chosen", by, Optional.empty(), at);
            case OperationEvent.Unknown(var type) ->
                throw new IllegalArgumentException("an operation must be known: " + type);
        };
    }

    Operated audit(Map<String, String> details) {
        return new Operated(guild, by, action, reason, details, at);
    }
}
