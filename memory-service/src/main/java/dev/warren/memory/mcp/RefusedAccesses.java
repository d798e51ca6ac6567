package dev.warren.memory.mcp;

import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.membertoken.MemberClaim;
import dev.warren.schemas.bot.AuditEvent;
import dev.warren.schemas.bot.AuditEvent.AccessRefused;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Notes refused accesses in the audit: no more in a minute than may be, so that who tries much does not fill it. */
@ApplicationScoped
class RefusedAccesses {
    private static final Logger LOG = Logger.getLogger(RefusedAccesses.class);
    /** The key of what belongs to no guild. */
    private static final String ALL = "all";

    private final int perMinute;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private Instant minute = Instant.EPOCH;
    private int noted;

    RefusedAccesses(McpConfig config, EventPublisher publisher, InstantSource clock, MeterRegistry meters) {
        this.perMinute = config.auditedPerMinute();
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Notes one; nobody waits for it.
     *
     * @param reason a constant such as {@code token-expired}
     * @param claim who came, where that is to be believed
     */
    void note(String reason, Optional<MemberClaim> claim) {
        meters.counter("warren.mcp.refused", "reason", reason).increment();
        var now = clock.instant();
        if (!mayNote(now)) {
            return;
        }
        var guild = claim.flatMap(MemberClaim::guild);
        AuditEvent audited = new AccessRefused(
                guild, Service.MEMORY.id(), claim.map(MemberClaim::user), reason, Map.of("at", "mcp"), now);
        var event = Event.first(
                EventId.of("access-refused:" + UUID.randomUUID()),
                "/" + Service.MEMORY.id(),
                now,
                guild.map(Keys::guild).orElse(ALL),
                audited);
        publisher
                .publish(new Outgoing<>(Topics.AUDIT, event))
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "refused access not audited reason=%s error=%s",
                                reason, failure.getClass().getName()));
    }

    private synchronized boolean mayNote(Instant now) {
        var current = now.truncatedTo(ChronoUnit.MINUTES);
        if (!current.equals(minute)) {
            minute = current;
            noted = 0;
        }
        return noted++ < perMinute;
    }
}
