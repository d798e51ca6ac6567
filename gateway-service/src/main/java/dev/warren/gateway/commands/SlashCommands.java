package dev.warren.gateway.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.wire.Members;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription.CommandKind;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Commands that Discord's own interface calls: slash, menus and completion. */
@ApplicationScoped
public class SlashCommands {
    private static final String SLASH = "/";
    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;
    /** The option under which a service finds the member of a menu. */
    private static final String USER_OPTION = "user";

    private final CommandCatalogue catalogue;
    private final SettingsAt settings;
    private final CommandGate gate;
    private final OptionReader reader;
    private final Invocations invocations;

    SlashCommands(
            CommandCatalogue catalogue,
            SettingsAt settings,
            CommandGate gate,
            OptionReader reader,
            Invocations invocations) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.gate = gate;
        this.reader = reader;
        this.invocations = invocations;
    }

    /**
     * What an interaction of a command asks for.
     *
     * @param expected how it is announced to be answered
     */
    public record Called(AnswerKind expected, CompletionStage<Verdict> verdict) {
        static Called refused(Verdict.Refuse refusal) {
            return new Called(AnswerKind.EPHEMERAL, CompletableFuture.completedFuture(refusal));
        }
    }

    /** The path through an interaction's options, and what stands at its end. */
    private record Path(Optional<String> name, JsonNode options) {
        static Path of(JsonNode data) {
            var options = data.path("options");
            var first = options.path(0);
            int type = Nodes.number(first, "type");
            if (type == GROUP) {
                var sub = first.path("options").path(0);
                return new Path(
                        Optional.of(first.path("name").asText() + " "
                                + sub.path("name").asText()),
                        sub.path("options"));
            }
            return type == SUBCOMMAND
                    ? new Path(Optional.of(first.path("name").asText()), first.path("options"))
                    : new Path(Optional.empty(), options);
        }
    }

    /**
     * Reads and checks it.
     *
     * @param interaction as Discord sent it
     */
    public Called called(JsonNode interaction, Origin origin, Instant at) {
        var data = interaction.path("data");
        var kind = kind(Nodes.number(data, "type"));
        var name = data.path("name").asText();
        var path = Path.of(data);
        var command = catalogue.index().find(kind, name);
        var subcommand = command.flatMap(known -> path.name().flatMap(known::subcommand));
        var form = command.flatMap(known -> known.form(subcommand));
        if (command.isEmpty()
                || form.isEmpty()
                || subcommand.isPresent() != path.name().isPresent()) {
            return Called.refused(new Verdict.Refuse(
                    "unknown-command",
                    "`" + SLASH + name + "` has changed or is gone. Please try again in some minutes.",
                    Map.of("command", name)));
        }
        var shown = SLASH + name + path.name().map(sub -> " " + sub).orElse("");
        var caller = new CommandGate.Caller(
                command.get(),
                subcommand,
                shown,
                origin.guild(),
                origin.channel(),
                origin.member(),
                Nodes.text(interaction, "app_permissions").map(Permissions::parse));
        var refusal = gate.closed(command.get(), origin.guild())
                .or(() -> gate.refuse(caller, settings.at(origin.guild(), at)));
        if (refusal.isPresent()) {
            return Called.refused(refusal.get());
        }
        var asked = new Invocations.Asked(origin, command.get(), subcommand, Via.SLASH, at, SLASH);
        return new Called(
                form.get().answer(),
                kind == CommandKind.SLASH
                        ? options(asked, form.get(), path.options(), data)
                        : invocations.limited(asked, menu(asked, data)));
    }

    private CompletionStage<Verdict> options(Invocations.Asked asked, Form form, JsonNode options, JsonNode data) {
        var around = new Surroundings(asked.origin().guild(), resolvedMembers(data), resolvedFiles(data));
        Map<String, Read> values = new LinkedHashMap<>();
        for (var given : options) {
            form.options().stream()
                    .filter(option -> option.name().equals(given.path("name").asText()))
                    .findFirst()
                    .ifPresent(option -> values.put(
                            option.name(),
                            reader.read(option, given.path("value").asText(), around)));
        }
        for (var option : form.options()) {
            if (option.required()) {
                values.putIfAbsent(option.name(), new Read.Wrong("is missing"));
            }
        }
        return invocations.complete(asked, values);
    }

    private static CommandInvoked menu(Invocations.Asked asked, JsonNode data) {
        var target = data.path("target_id").asText();
        var user = asked.command().description().kind() == CommandKind.USER;
        Map<String, OptionValue> options = user
                ? Map.of(
                        USER_OPTION,
                        new OptionValue(
                                OptionType.USER,
                                target,
                                Optional.ofNullable(resolvedMembers(data).get(UserId.of(target)))))
                : Map.of();
        return new CommandInvoked(
                asked.origin(),
                asked.command().service(),
                asked.command().name(),
                Optional.empty(),
                Via.CONTEXT_MENU,
                options,
                user ? Optional.empty() : Optional.of(MessageId.of(target)),
                asked.at(),
                false);
    }

    /** What is to be completed; none when nobody announced such an option. */
    public Optional<AutocompleteRequested> completion(JsonNode interaction, Origin origin, Instant at) {
        var data = interaction.path("data");
        var path = Path.of(data);
        var filled = new HashMap<String, String>();
        Optional<String> focused = Optional.empty();
        for (var option : path.options()) {
            var name = option.path("name").asText();
            if (Nodes.flag(option, "focused")) {
                focused = Optional.of(name);
            }
            filled.put(name, option.path("value").asText());
        }
        var wanted = focused;
        return catalogue
                .index()
                .find(CommandKind.SLASH, data.path("name").asText())
                .filter(command ->
                        wanted.filter(name -> isCompleted(command, path, name)).isPresent())
                .flatMap(command -> wanted.map(name -> new AutocompleteRequested(
                        origin,
                        command.service(),
                        command.name(),
                        path.name(),
                        name,
                        filled.getOrDefault(name, ""),
                        filled,
                        at)));
    }

    private static boolean isCompleted(KnownCommand command, Path path, String option) {
        Optional<Subcommand> subcommand = path.name().flatMap(command::subcommand);
        List<OptionDescription> options =
                command.form(subcommand).map(Form::options).orElse(List.of());
        return options.stream().anyMatch(described -> described.name().equals(option) && described.autocomplete());
    }

    private static CommandKind kind(int type) {
        return switch (type) {
            case 2 -> CommandKind.USER;
            case 3 -> CommandKind.MESSAGE;
            default -> CommandKind.SLASH;
        };
    }

    private static Map<UserId, Member> resolvedMembers(JsonNode data) {
        var resolved = data.path("resolved");
        var members = new HashMap<UserId, Member>();
        for (var user : new ArrayList<>(resolved.path("users").properties())) {
            var member = resolved.path("members").get(user.getKey());
            members.put(
                    UserId.of(user.getKey()),
                    member == null
                            ? Members.user(user.getValue())
                            : Members.member(user.getValue(), member, Optional.empty()));
        }
        return members;
    }

    private static Map<String, String> resolvedFiles(JsonNode data) {
        var files = new HashMap<String, String>();
        data.path("resolved")
                .path("attachments")
                .properties()
                .forEach(file ->
                        files.put(file.getKey(), file.getValue().path("url").asText()));
        return files;
    }
}
