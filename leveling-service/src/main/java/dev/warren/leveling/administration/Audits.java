package dev.warren.leveling.administration;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AuditEvent;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import java.util.Map;
import java.util.Optional;

/** What those who manage a guild did, for the audit log. */
final class Audits {
    static final String REASON = "reason";

    private Audits() {}

    /** @param target whom or what it was done to */
    static Outgoing<AuditEvent> of(Call<?> call, String action, String target, Map<String, String> details) {
        return of(call, call.guild().orElseThrow(), action, target, details);
    }

    /** The same of a button, which may be pressed in direct messages. */
    static Outgoing<AuditEvent> of(
            Call<?> call, GuildId guild, String action, String target, Map<String, String> details) {
        return call.causes(
                Topics.AUDIT,
                "audited",
                Keys.guild(guild),
                new Audited(
                        guild,
                        Service.LEVELING.id(),
                        call.member().id(),
                        action,
                        Optional.of(target),
                        call.option(REASON).map(OptionValue::value),
                        details,
                        call.time()));
    }
}
