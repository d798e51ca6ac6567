package dev.warren.economy.administration;

import dev.warren.economy.desk.Desk;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AuditEvent;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import java.util.Map;
import java.util.Optional;

/** What those who manage a guild did, for the audit log. */
final class Audits {
    private Audits() {}

    /** @param target whom or what it was done to */
    static Outgoing<AuditEvent> of(
            Call<CommandInvoked> call, String action, String target, Map<String, String> details) {
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
                        call.option(EconomyCommand.REASON).map(OptionValue::value),
                        details,
                        call.time()));
    }
}
