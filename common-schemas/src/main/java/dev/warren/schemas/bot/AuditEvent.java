package dev.warren.schemas.bot;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Privileged actions of every service: topic {@code bot.audit}. */
public sealed interface AuditEvent {
    /**
     * Somebody did something that needs a privilege.
     *
     * @param action a constant of the service, such as {@code settings-changed}
     * @param target on whom or what
     */
    @WireType("dev.warren.bot.audited.v1")
    record Audited(
            GuildId guild,
            String service,
            UserId actor,
            String action,
            Optional<String> target,
            Optional<String> reason,
            Map<String, String> details,
            Instant at)
            implements AuditEvent {
        public Audited {
            details = Map.copyOf(details);
        }
    }

    /**
     * Those who run the bot did something, by the owner's commands or from a terminal.
     *
     * @param guild in or with which; none when it concerns all
     * @param by such as {@code user:1170000000000000010} or {@code cli:ada}
     * @param action a constant, such as {@code posting-paused}
     */
    @WireType("dev.warren.bot.operated.v1")
    record Operated(
            Optional<GuildId> guild,
            String by,
            String action,
            Optional<String> reason,
            Map<String, String> details,
            Instant at)
            implements AuditEvent {
        public Operated {
            details = Map.copyOf(details);
        }
    }

    /**
     * Somebody tried to reach what is not theirs, and was refused.
     *
     * @param guild as far as it is known; none elsewhere, or where the credential is not to be believed
     * @param service that refused
     * @param user in whose name; none where the credential is not to be believed
     * @param reason a constant, such as {@code token-expired}
     */
    @WireType("dev.warren.bot.access-refused.v1")
    record AccessRefused(
            Optional<GuildId> guild,
            String service,
            Optional<UserId> user,
            String reason,
            Map<String, String> details,
            Instant at)
            implements AuditEvent {
        public AccessRefused {
            details = Map.copyOf(details);
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements AuditEvent, UnknownType {}
}
