package dev.warren.gateway.help;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.gateway.commands.KnownCommand;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /help}: made from what the services announce. */
@ApplicationScoped
class HelpCommand implements CommandHandler, CompletionHandler {
    private static final String NAME = "help";
    private static final String COMMAND = "command";
    private static final int MOST_CHOICES = 25;

    private final HelpPages pages;

    HelpCommand(HelpPages pages) {
        this.pages = pages;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(NAME, "Shows what I can do")
                .options(option(COMMAND, "The command to explain", OptionType.STRING)
                        .between(1, 33)
                        .completed())
                .example("help help")
                .everywhere()
                .in("de", "hilfe", "Zeigt, was ich kann")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var asked = Optional.ofNullable(call.payload().options().get(COMMAND));
        var outcome = asked.map(name -> details(name.value(), call))
                .orElseGet(() -> Outcome.message(pages.overview(0, call.origin(), call.settings())));
        return Uni.createFrom().item(outcome);
    }

    private Outcome details(String name, Call<CommandInvoked> call) {
        return pages.find(name, call.origin(), call.settings())
                .map(command -> Outcome.message(MessageBody.embed(
                        HelpTexts.details(command, call.settings().prefix()))))
                .orElseGet(() -> Outcome.refused(
                        "unknown-command", "You have no command of this name here. `/help` shows all of them."));
    }

    @Override
    public String command() {
        return NAME;
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        var typed = request.typed().toLowerCase(Locale.ROOT);
        return Uni.createFrom()
                .item(pages.usable(request.origin(), settings).stream()
                        .map(KnownCommand::name)
                        .filter(name -> name.contains(typed))
                        .sorted()
                        .limit(MOST_CHOICES)
                        .map(name -> new Choice(name, name))
                        .toList());
    }
}
