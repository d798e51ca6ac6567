package dev.warren.economy.desk;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AuditEvent;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import java.util.Map;
import java.util.Optional;

/** What those who manage a guild did, for the audit log. */
public final class AuditTrail {
    private AuditTrail() {}

    /** @param target whom or what it was done to */
    public static Outgoing<AuditEvent> of(Call<?> call, String action, String target, Map<String, String> details) {
        return of(call, action, target, Optional.empty(), details);
    }

    /**
     * With the reason that was given.
     *
     * @param target whom or what it was done to
     */
    public static Outgoing<AuditEvent> of(
            Call<?> call, String action, String target, Optional<String> reason, Map<String, String> details) {
        var guild = Desk.guild(call);
        return call.causes(
                Topics.AUDIT,
                "audited",
                Keys.guild(guild),
                new Audited(
                        guild,
                        Service.ECONOMY.id(),
                        call.member().id(),
                        action,
                        Optional.of(target),
                        reason,
                        details,
                        call.time()));
    }
}
