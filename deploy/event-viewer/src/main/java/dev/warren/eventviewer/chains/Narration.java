package dev.warren.eventviewer.chains;

import dev.warren.eventviewer.records.Names;
import dev.warren.eventviewer.records.Payloads;
import dev.warren.eventviewer.records.SeenRecord;
import dev.warren.schemas.bot.ActionEvent;
import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AuditEvent;
import dev.warren.schemas.bot.DeadLetterEvent;
import dev.warren.schemas.bot.DecisionEvent;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.SettingsEvent;
import dev.warren.schemas.bot.SettingsRequestEvent;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.MemberEvent;
import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.discord.ReactionEvent;
import dev.warren.schemas.discord.VoiceEvent;
import dev.warren.schemas.economy.EconomyEvent;

/** Records in plain words. */
public final class Narration {
    private final Payloads payloads;
    private final Heard heard;
    private final Said said;
    private final Became became = new Became();

    public Narration(Payloads payloads, Names names) {
        this.payloads = payloads;
        this.heard = new Heard(names);
        this.said = new Said(names);
    }

    /** One sentence about a record. */
    public String line(SeenRecord record) {
        return tell(record).line();
    }

    Told tell(SeenRecord record) {
        var service = service(record);
        var told = payloads.read(record)
                .map(payload -> tell(service, payload))
                .orElseGet(() -> unreadable(service, record));
        // only the gateway and decisions tell the moment in the event's own time; answers bear that of their cause
        return switch (payloads.read(record).orElse("")) {
            case InteractionEvent _, DecisionEvent _ ->
                record.causationId().isEmpty() || isDecision(record) ? told.at(record.eventTime()) : told;
            default -> told;
        };
    }

    private static boolean isDecision(SeenRecord record) {
        return record.place().topic().equals("bot.decisions");
    }

    /** The process that wrote a record. */
    static String service(SeenRecord record) {
        return Wording.service(record.header("ce_source"));
    }

    private static Told unreadable(String service, SeenRecord record) {
        return record.value().isEmpty()
                ? Told.done(service + " took back what stood under " + record.key())
                : Told.done(service + " wrote something that this viewer does not know: " + record.type());
    }

    private Told tell(String service, Object payload) {
        return switch (payload) {
            case MessageEvent event -> heard.message(event);
            case FactEvent event -> heard.fact(event);
            case InteractionEvent event -> heard.interaction(event);
            case MemberEvent event -> heard.member(event);
            case ReactionEvent event -> heard.reaction(event);
            case VoiceEvent event -> heard.voice(event);
            case GuildEvent event -> heard.guild(event);
            case AnswerEvent event -> said.answer(service, event);
            case ReplyEvent event -> said.reply(service, event);
            case ActionEvent event -> said.action(service, event);
            case ReceiptEvent event -> became.receipt(event);
            case DecisionEvent event -> became.decision(event);
            case DeadLetterEvent event -> became.deadLetter(event);
            case SettingsEvent event -> became.settings(event);
            case SettingsRequestEvent event -> became.request(service, event);
            case AnnouncementEvent event -> became.announcement(event);
            case AuditEvent event -> became.audit(event);
            case EconomyEvent event -> became.coins(event);
            default -> Told.done(service + " decided: " + payload.getClass().getSimpleName());
        };
    }
}
