package dev.warren.ai.conversation;

import dev.warren.ai.AiSettings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.ReplyEvent.StartTyping;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /ask question}: what mentioning the bot does, as a command. */
@ApplicationScoped
class AskCommand implements CommandHandler {
    private static final Duration TYPING = Duration.ofSeconds(10);
    private static final long LONGEST = 2_000;

    private final Turns turns;

    AskCommand(Turns turns) {
        this.turns = turns;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("ask", "Asks me something; I remember what we talked about")
                .module(AiSettings.MODULE)
                .everywhere()
                .options(Option.option("question", "What you want to know", OptionType.STRING)
                        .required()
                        .between(1, LONGEST)
                        .rest())
                .example("ask Why do rabbits binky?")
                .in("de", "frag", "Fragt mich etwas; ich weiß noch, worüber wir sprachen")
                .in("es-ES", "pregunta", "Pregúntame algo; recuerdo de qué hablamos")
                .in("es-419", "pregunta", "Pregúntame algo; recuerdo de qué hablamos")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var origin = call.origin();
        return turns.begin(
                        tx, call.received(), origin, call.required("question").value(), Optional.empty())
                .map(begun -> switch (begun) {
                    case TOO_MANY ->
                        Outcome.refused(
                                "too-many-turns", "I am still at your last questions. Please wait for an answer.");
                    case UNDER_WAY ->
                        origin.interaction().isPresent()
                                ? Outcome.silent()
                                : Outcome.silent()
                                        .emitting(call.causes(
                                                Topics.REPLIES,
                                                "typing",
                                                origin.channel().toString(),
                                                new StartTyping(
                                                        origin.channel(),
                                                        call.now().plus(TYPING))));
                });
    }
}
