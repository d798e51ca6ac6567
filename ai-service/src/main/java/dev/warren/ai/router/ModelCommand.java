package dev.warren.ai.router;

import dev.warren.ai.AiSettings;
import dev.warren.ai.models.Candidate;
import dev.warren.ai.models.Capabilities;
import dev.warren.ai.providers.Provider;
import dev.warren.ai.providers.Providers;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /model list|set}: what can answer, and what is to answer first in this server. */
@ApplicationScoped
class ModelCommand implements CommandHandler, CompletionHandler {
    private static final String MODEL = "model";
    private static final int MOST_SHOWN = 40;

    private final Providers providers;
    private final Breakers breakers;

    ModelCommand(Providers providers, Breakers breakers) {
        this.providers = providers;
        this.breakers = breakers;
    }

    @Override
    public String command() {
        return MODEL;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(MODEL, "Which models can answer, and which one does first")
                .module(AiSettings.MODULE)
                .subcommand(
                        "list", "The models, how they are, and what they can do", AnswerKind.EPHEMERAL, "model list")
                .subcommand(
                        Optional.empty(),
                        "set",
                        "Chooses the model that answers first in this server",
                        AnswerKind.EPHEMERAL,
                        "model set auto",
                        Permissions.of(Permission.MANAGE_GUILD),
                        Option.option(MODEL, "As the list shows it; auto for the usual order", OptionType.STRING)
                                .required()
                                .between(1, 100)
                                .completed())
                .bare("list")
                .in("de", "modell", "Welche Modelle antworten können, und welches zuerst")
                .in("es-ES", "modelo", "Qué modelos pueden responder, y cuál primero")
                .in("es-419", "modelo", "Qué modelos pueden responder, y cuál primero")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return Uni.createFrom()
                .item(() -> call.payload().subcommand().filter("set"::equals).isPresent()
                        ? set(call, call.required(MODEL).value())
                        : Outcome.ephemeral(MessageBody.text(list(call.settings()))));
    }

    private Outcome set(Call<CommandInvoked> call, String wanted) {
        var name = wanted.strip();
        if (names().noneMatch(name::equals)) {
            return Outcome.refused(
                    "unknown-model",
                    "`model` must be one of %s: `%s`."
                            .formatted(
                                    names().limit(MOST_SHOWN)
                                            .map(one -> "`" + one + "`")
                                            .collect(Collectors.joining(", ")),
                                    name.replace("`", "'")));
        }
        var guild = call.guild().orElseThrow();
        var said = name.equals(AiSettings.AUTOMATIC)
                ? "The usual order holds again."
                : "`%s` answers first from now on; when it can't, another one does.".formatted(name);
        return Outcome.silent()
                .emitting(call.causes(
                        Topics.SETTINGS_REQUESTS,
                        "change",
                        Keys.guild(guild),
                        new ChangeSettings(
                                guild, Map.of(AiSettings.MODEL, Optional.of(name)), call.origin(), Optional.of(said))));
    }

    private Stream<String> names() {
        return Stream.concat(
                Stream.of(AiSettings.AUTOMATIC),
                providers.all().stream()
                        .flatMap(provider -> provider.candidates().stream())
                        .map(Candidate::name));
    }

    private String list(GuildSettings held) {
        var chosen = AiSettings.model(held);
        var lines = providers.all().stream()
                .flatMap(provider -> provider.candidates().stream().map(candidate -> line(provider, candidate, chosen)))
                .limit(MOST_SHOWN)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty()
                ? "No provider is set up: the offline default answers, from what I know by myself."
                : "%s%nChosen here: **%s**, class **%s**."
                        .formatted(
                                lines,
                                chosen.orElse(AiSettings.AUTOMATIC),
                                AiSettings.type(held).name().toLowerCase(Locale.ROOT));
    }

    private String line(Provider provider, Candidate candidate, Optional<String> chosen) {
        var state = provider.isOut() ? "🔑 key refused" : breakers.isOpen(candidate) ? "💤 resting" : "✅ ready";
        return "%s`%s` %s, %s, %s"
                .formatted(
                        chosen.filter(candidate.name()::equals).isPresent() ? "**→** " : "",
                        candidate.name(),
                        state,
                        candidate.type().name().toLowerCase(Locale.ROOT),
                        abilities(candidate.capabilities()));
    }

    private static String abilities(Capabilities capabilities) {
        return Stream.of(
                        capabilities.tools() ? "tools" : "",
                        capabilities.images() ? "images" : "",
                        String.format(Locale.ROOT, "%,d tokens", capabilities.context()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        var typed = request.typed().toLowerCase(Locale.ROOT);
        return Uni.createFrom()
                .item(() -> names().filter(name -> name.toLowerCase(Locale.ROOT).contains(typed))
                        .limit(25)
                        .map(name -> new Choice(name, name))
                        .toList());
    }
}
