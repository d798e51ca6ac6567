package dev.warren.memory.settings;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.memory.settings.ChangeOutcome.AlreadySo;
import dev.warren.memory.settings.ChangeOutcome.Changed;
import dev.warren.memory.settings.ChangeOutcome.Refused;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /settings show|set|reset|history|undo}. */
@ApplicationScoped
class SettingsCommand implements CommandHandler {
    static final String NAME = "settings";

    private final Settings settings;
    private final SettingsPage page;

    SettingsCommand(Settings settings, SettingsPage page) {
        this.settings = settings;
        this.page = page;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(NAME, "Shows and changes how I behave in this server")
                .module("settings")
                .needs(Permission.MANAGE_GUILD)
                .in("de", "einstellungen", "Zeigt und ändert, wie ich mich auf diesem Server verhalte")
                .in("es-ES", "ajustes", "Muestra y cambia cómo me comporto en este servidor")
                .subcommand(
                        "show",
                        "Shows all settings, or one of them in full",
                        AnswerKind.EPHEMERAL,
                        "settings show",
                        option("setting", "Which setting", OptionType.STRING).completed())
                .subcommand(
                        "set",
                        "Changes a setting",
                        AnswerKind.EPHEMERAL,
                        "settings set prefix ?",
                        option("setting", "Which setting", OptionType.STRING)
                                .required()
                                .completed(),
                        option("value", "Its new value", OptionType.STRING)
                                .required()
                                .between(1, 1_000)
                                .completed()
                                .rest())
                .subcommand(
                        "reset",
                        "Takes a setting back to its default",
                        AnswerKind.EPHEMERAL,
                        "settings reset prefix",
                        option("setting", "Which setting", OptionType.STRING)
                                .required()
                                .completed())
                .subcommand(
                        "history",
                        "Shows who changed which settings, and when",
                        AnswerKind.EPHEMERAL,
                        "settings history",
                        option("setting", "Changes of this one alone", OptionType.STRING)
                                .completed())
                .subcommand("undo", "Takes the newest change back", AnswerKind.EPHEMERAL, "settings undo")
                .bare("show")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild =
                call.guild().orElseThrow(() -> new IllegalStateException("settings were asked for outside a guild"));
        var options = call.payload().options();
        var key = Optional.ofNullable(options.get("setting")).map(OptionValue::value);
        return switch (call.payload().subcommand().orElse("show")) {
            case "set" ->
                change(
                        call,
                        tx,
                        guild,
                        key.orElse(""),
                        Optional.ofNullable(options.get("value")).map(OptionValue::value));
            case "reset" -> change(call, tx, guild, key.orElse(""), Optional.empty());
            case "history" -> settings.history(tx, guild, key).map(versions -> history(key, versions));
            case "undo" ->
                settings.undo(tx, guild, call.member().id(), call.now())
                        .map(outcome -> changed(call, outcome, "There is no change to take back."));
            default -> settings.values(tx, guild).map(values -> show(key, values));
        };
    }

    private Outcome show(Optional<String> key, Map<String, String> values) {
        return key.map(one -> page.one(one, values)
                        .map(embed -> Outcome.ephemeral(MessageBody.embed(embed)))
                        .orElseGet(() -> Outcome.refused("unknown-setting", settings.unknown(one))))
                .orElseGet(() -> Outcome.ephemeral(MessageBody.embed(page.all(values))));
    }

    private Outcome history(Optional<String> key, List<SettingsVersion> versions) {
        return versions.isEmpty()
                ? Outcome.ephemeral(
                        MessageBody.text(key.map(one -> "`" + one.replace('`', '\'') + "` was never changed here.")
                                .orElse("Nothing was ever changed here; every setting has its default.")))
                : Outcome.ephemeral(MessageBody.embed(page.history(versions)));
    }

    private Uni<Outcome> change(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, GuildId guild, String key, Optional<String> value) {
        return settings.change(tx, guild, Map.of(key, value), call.member().id(), false, call.now())
                .map(outcome -> changed(call, outcome, "`" + key + "` is so already; nothing has changed."));
    }

    private Outcome changed(Call<CommandInvoked> call, ChangeOutcome outcome, String alreadySo) {
        return switch (outcome) {
            case Changed(var version) ->
                Outcome.ephemeral(MessageBody.text(page.changed(version)))
                        .emitting(SettingsEvents.of(call.received().event(), version)
                                .toArray(Outgoing<?>[]::new));
            case AlreadySo _ -> Outcome.ephemeral(MessageBody.text(alreadySo));
            case Refused(var why) -> Outcome.refused("wrong-setting", String.join("\n", why));
        };
    }
}
