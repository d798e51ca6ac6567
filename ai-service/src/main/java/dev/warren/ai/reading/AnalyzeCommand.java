package dev.warren.ai.reading;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.MessageBody.Pings;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /analyze member}: what somebody lately wrote here about, and how; that member has to agree by a button, whoever asks. */
@ApplicationScoped
class AnalyzeCommand implements CommandHandler {
    private static final String MEMBER = "member";

    @Override
    public CommandDescription description() {
        return Describe.command("analyze", "Describes how a member writes here, if that member agrees")
                .module("ai")
                .options(option(MEMBER, "Whose messages", OptionType.USER).required())
                .example("analyze @Ada")
                .cooldown(new Cooldown(3, Duration.ofMinutes(10), Cooldown.Scope.MEMBER))
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var target = call.required(MEMBER);
        if (target.member().filter(Member::bot).isPresent()) {
            return Uni.createFrom()
                    .item(Outcome.refused("bot", "A bot cannot agree to that. `member` must be a person."));
        }
        var whom = target.asUser();
        var asker = call.member().id();
        var said = whom.equals(asker)
                ? "<@%s>, I would read your last messages in this channel and describe them here. Do you agree?"
                        .formatted(whom)
                : "<@%s>, <@%s> asks me to read your last messages in this channel and to describe them here. Do you agree?"
                        .formatted(whom, asker);
        var body = MessageBody.text(said)
                .withRows(Component.Row.of(
                        button(ConsentButtons.AGREE, asker, whom, call, "I agree", Component.Style.SUCCESS),
                        button(ConsentButtons.DECLINE, asker, whom, call, "No", Component.Style.SECONDARY)))
                .pinging(new Pings(List.of(whom), List.of(), false, false));
        return Uni.createFrom().item(Outcome.message(body));
    }

    private static Component.Button button(
            String choice, UserId asker, UserId whom, Call<CommandInvoked> call, String label, Component.Style style) {
        var id = CustomId.of(
                Service.AI,
                ConsentButtons.HANDLER,
                choice,
                asker,
                whom,
                call.time().getEpochSecond());
        return new Component.Button(id.toString(), label, style, Optional.empty(), false, AnswerKind.PUBLIC);
    }
}
