package dev.warren.ai.personas;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /persona list|use|create|edit|remove}: who the bot is, for a member or for the whole guild. */
@ApplicationScoped
class PersonaCommand implements CommandHandler, CompletionHandler {
    static final String NAME = "persona";
    static final Permissions MANAGING = Permissions.of(Permission.MANAGE_GUILD);
    private static final String ID = "persona";
    private static final int LONGEST_ID = 32;
    private static final String NOT_MANAGING =
            "That is for those who may manage this server (the permission Manage Server).";

    private final PostgresPersonas personas;
    private final PersonaConfig config;

    PersonaCommand(PostgresPersonas personas, PersonaConfig config) {
        this.personas = personas;
        this.config = config;
    }

    @Override
    public CommandDescription description() {
        var managing = MANAGING;
        var id = option(ID, "Its short name, such as fox", OptionType.STRING)
                .required()
                .between(1, LONGEST_ID)
                .completed();
        var fresh = option(ID, "Its short name: letters a to z, digits and hyphens", OptionType.STRING)
                .required()
                .between(1, LONGEST_ID);
        return Describe.command(NAME, "Who the bot is when it talks")
                .module("ai")
                .everywhere()
                .subcommand("list", "Shows the personas there are", AnswerKind.EPHEMERAL, "persona list")
                .subcommand(
                        "use",
                        "Chooses who answers you, or everybody here",
                        AnswerKind.PUBLIC,
                        "persona use fox",
                        id,
                        option("everybody", "For the whole server; needs Manage Server", OptionType.BOOLEAN))
                .subcommand(
                        Optional.empty(),
                        "create",
                        "Makes a persona of this server's own",
                        AnswerKind.MODAL,
                        "persona create hedgehog",
                        managing,
                        fresh)
                .subcommand(
                        Optional.empty(),
                        "edit",
                        "Changes a persona of this server's own",
                        AnswerKind.MODAL,
                        "persona edit hedgehog",
                        managing,
                        id)
                .subcommand(
                        Optional.empty(),
                        "remove",
                        "Removes a persona of this server's own",
                        AnswerKind.EPHEMERAL,
                        "persona remove hedgehog",
                        managing,
                        id)
                .bare("list")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return switch (call.payload().subcommand().orElse("list")) {
            case "use" -> use(call, tx);
            case "create" -> own(call, guild -> create(tx, guild, id(call)));
            case "edit" -> own(call, guild -> edit(tx, guild, id(call)));
            case "remove" -> own(call, guild -> remove(tx, guild, id(call)));
            default -> list(call, tx);
        };
    }

    private static String id(Call<CommandInvoked> call) {
        return call.required(ID).value().strip().toLowerCase(Locale.ROOT);
    }

    private Uni<Outcome> list(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return personas.own(tx, call.guild())
                .chain(own -> personas.of(tx, call.guild(), call.member().id())
                        .map(now -> Outcome.ephemeral(MessageBody.embed(PersonaTexts.list(BuiltIn.all(), own, now)))));
    }

    private Uni<Outcome> use(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        boolean everybody = call.option("everybody").map(OptionValue::asBoolean).orElse(false);
        if (everybody && (call.guild().isEmpty() || !mayManage(call))) {
            return refused("not-allowed", NOT_MANAGING);
        }
        return personas.find(tx, call.guild(), id(call)).chain(found -> {
            if (found.isEmpty()) {
                return refused("no-persona", unknown(id(call)));
            }
            var persona = found.get();
            var whom = everybody
                    ? Optional.<dev.warren.schemas.ids.UserId>empty()
                    : Optional.of(call.member().id());
            var said = "%s **%s** answers %s from now on. *%s*"
                    .formatted(
                            persona.emoji(),
                            persona.name(),
                            everybody ? "everybody here who chose nobody else" : "you",
                            persona.greeting());
            return personas.choose(tx, call.guild(), whom, persona.id())
                    .replaceWith(Outcome.message(MessageBody.text(said)));
        });
    }

    /** Of the guild's own: there must be a guild, and the permission. */
    private Uni<Outcome> own(Call<CommandInvoked> call, java.util.function.Function<GuildId, Uni<Outcome>> work) {
        if (call.guild().isEmpty()) {
            return refused("no-guild", "A server has personas of its own; direct messages have none.");
        }
        return mayManage(call) ? work.apply(call.guild().get()) : refused("not-allowed", NOT_MANAGING);
    }

    private static boolean mayManage(Call<?> call) {
        return call.member().permissions().filter(has -> has.allows(MANAGING)).isPresent();
    }

    private Uni<Outcome> create(Mutiny.StatelessSession tx, GuildId guild, String id) {
        if (!id.matches("[a-z0-9-]{1,32}")) {
            return refused(
                    "wrong-name",
                    "`persona` must be 1 to 32 letters a to z, digits and hyphens, such as `hedgehog`; `%s` is not."
                            .formatted(id.replace('`', '\'')));
        }
        return personas.own(tx, Optional.of(guild)).chain(own -> {
            if (BuiltIn.find(id).isPresent()
                    || own.stream().anyMatch(persona -> persona.id().equals(id))) {
                return refused("persona-there", "There is a persona `%s` already; choose another name.".formatted(id));
            }
            return own.size() >= config.mostOwn()
                    ? refused(
                            "too-many-personas",
                            "A server can have %d personas of its own, and this one has them. `/persona remove` makes room."
                                    .formatted(config.mostOwn()))
                    : Uni.createFrom().item(Outcome.modal(PersonaTexts.form(id, Optional.empty())));
        });
    }

    private Uni<Outcome> edit(Mutiny.StatelessSession tx, GuildId guild, String id) {
        return ownOne(tx, guild, id)
                .chain(found -> found.map(persona ->
                                Uni.createFrom().item(Outcome.modal(PersonaTexts.form(id, Optional.of(persona)))))
                        .orElseGet(() -> refused("no-persona", notOwn(id))));
    }

    private Uni<Outcome> remove(Mutiny.StatelessSession tx, GuildId guild, String id) {
        return BuiltIn.find(id).isPresent()
                ? refused("no-persona", notOwn(id))
                : personas.remove(tx, guild, id)
                        .map(removed -> removed
                                ? Outcome.ephemeral(MessageBody.text(
                                        "The persona `%s` is gone. Whoever chose it meets the server's again."
                                                .formatted(id)))
                                : Outcome.refused("no-persona", notOwn(id)));
    }

    private Uni<Optional<Persona>> ownOne(Mutiny.StatelessSession tx, GuildId guild, String id) {
        return BuiltIn.find(id).isPresent()
                ? Uni.createFrom().item(Optional.empty())
                : personas.find(tx, Optional.of(guild), id);
    }

    private static String unknown(String id) {
        return "There is no persona `%s`. `/persona list` shows those there are.".formatted(id.replace('`', '\''));
    }

    private static String notOwn(String id) {
        return "`%s` is no persona of this server's own. `/persona create` makes one.".formatted(id.replace('`', '\''));
    }

    private static Uni<Outcome> refused(String reason, String text) {
        return Uni.createFrom().item(Outcome.refused(reason, text));
    }

    @Override
    public String command() {
        return NAME;
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        var typed = request.typed().toLowerCase(Locale.ROOT);
        return personas.all(request.origin().guild())
                .map(all -> all.stream()
                        .filter(persona -> persona.id().contains(typed)
                                || persona.name().toLowerCase(Locale.ROOT).contains(typed))
                        .map(persona -> new Choice(persona.emoji() + " " + persona.name(), persona.id()))
                        .toList());
    }
}
