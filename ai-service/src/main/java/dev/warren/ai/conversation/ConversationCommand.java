package dev.warren.ai.conversation;

import dev.warren.ai.AiSettings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.conversation.ConversationEvent.EndReason;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /conversation clear [member]}: ends the conversation here, and forgets what was said in it. */
@ApplicationScoped
class ConversationCommand implements CommandHandler {
    private static final String MEMBER = "member";

    private final Turns turns;
    private final Conversations conversations;
    private final Window window;

    ConversationCommand(Turns turns, Conversations conversations, Window window) {
        this.turns = turns;
        this.conversations = conversations;
        this.window = window;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("conversation", "Your conversation with me in this channel")
                .module(AiSettings.MODULE)
                .everywhere()
                .subcommand(
                        "clear",
                        "Ends it, and forgets what was said in it",
                        AnswerKind.EPHEMERAL,
                        "conversation clear",
                        Option.option(MEMBER, "Whose, for administrators; your own otherwise", OptionType.USER))
                .in("de", "gespräch", "Dein Gespräch mit mir in diesem Kanal")
                .in("es-ES", "conversación", "Tu conversación conmigo en este canal")
                .in("es-419", "conversación", "Tu conversación conmigo en este canal")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var own = call.member().id();
        var whose = call.option(MEMBER).map(value -> UserId.of(value.value())).orElse(own);
        if (!whose.equals(own) && !mayClearOthers(call)) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "not-yours",
                            "Only who may manage the server can clear somebody else's conversation; leave"
                                    + " `member` out for your own."));
        }
        return conversations
                .lock(tx, call.origin().channel(), whose)
                .chain(talk -> talk.isEmpty()
                        ? Uni.createFrom()
                                .item(Outcome.refused("no-conversation", "There is no conversation open here."))
                        : turns.end(tx, talk.get(), EndReason.CLEARED, call.time())
                                .chain(() -> window.clear(talk.get()))
                                .replaceWith(cleared(call, whose, own)));
    }

    private static boolean mayClearOthers(Call<?> call) {
        return call.guild().isPresent()
                && call.member().permissions().orElse(Permissions.NONE).allows(Permissions.of(Permission.MANAGE_GUILD));
    }

    private static Outcome cleared(Call<?> call, UserId whose, UserId own) {
        var outcome = Outcome.ephemeral(
                MessageBody.text(whose.equals(own) ? "Forgotten. We begin anew." : "That conversation is forgotten."));
        return whose.equals(own)
                ? outcome
                : call.guild()
                        .map(guild -> outcome.emitting(audit(call, guild, whose)))
                        .orElse(outcome);
    }

    private static Outgoing<?> audit(Call<?> call, GuildId guild, UserId whose) {
        return call.causes(
                Topics.AUDIT,
                "audited",
                Keys.guild(guild),
                new Audited(
                        guild,
                        Service.AI.id(),
                        call.member().id(),
                        "conversation-cleared",
                        Optional.of(whose.toString()),
                        Optional.empty(),
                        Map.of(),
                        call.time()));
    }
}
