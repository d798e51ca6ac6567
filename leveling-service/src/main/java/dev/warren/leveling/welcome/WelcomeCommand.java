package dev.warren.leveling.welcome;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.information.KnownGuilds;
import dev.warren.leveling.welcome.WelcomeSettings.Occasion;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /welcome preview|set|roles|off}: what happens when somebody comes or goes. */
@ApplicationScoped
class WelcomeCommand implements CommandHandler {
    private static final String WHAT = "what";
    private static final String CHANNEL = "channel";
    private static final String TEXT = "text";
    private static final int BLUE = 0x5865F2;
    private static final long LONGEST = 1_000;

    private final KnownGuilds guilds;

    WelcomeCommand(KnownGuilds guilds) {
        this.guilds = guilds;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("welcome", "Says what happens when members come and go")
                .module(LevelingSettings.MODULE)
                .needs(Permission.MANAGE_GUILD)
                .in("de", "willkommen", "Legt fest, was geschieht, wenn Mitglieder kommen und gehen")
                .in("es-ES", "bienvenida", "Define qué ocurre cuando llegan y se van miembros")
                .in("es-419", "bienvenida", "Define qué ocurre cuando llegan y se van miembros")
                .subcommand("preview", "Shows it, with you as the member", AnswerKind.EPHEMERAL, "welcome preview")
                .subcommand(
                        "set",
                        "Posts a welcome or a farewell",
                        AnswerKind.EPHEMERAL,
                        "welcome set welcome #general Hello {member}!",
                        what().required(),
                        option(CHANNEL, "Where", OptionType.CHANNEL).required(),
                        option(TEXT, "{member}, {name}, {server} and {count} are filled in", OptionType.STRING)
                                .between(1, LONGEST)
                                .rest())
                .subcommand("off", "Posts it no more", AnswerKind.EPHEMERAL, "welcome off farewell", what().required())
                .subcommand(
                        "roles",
                        "Gives newcomers up to three roles; none without any",
                        AnswerKind.EPHEMERAL,
                        "welcome roles @Guest",
                        role(1),
                        role(2),
                        role(3))
                .bare("preview")
                .build();
    }

    private static Option what() {
        return option(WHAT, "Welcome or farewell", OptionType.STRING)
                .choices(Occasion.WELCOME.word(), Occasion.FAREWELL.word());
    }

    private static Option role(int number) {
        return option("role" + number, "A role", OptionType.ROLE);
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return Uni.createFrom()
                .item(
                        switch (call.payload().subcommand().orElse("preview")) {
                            case "set" -> set(call);
                            case "off" ->
                                change(
                                        call,
                                        Map.of(occasion(call).channelKey(), Optional.empty()),
                                        "No " + occasion(call).word() + " is posted any more.");
                            case "roles" -> roles(call);
                            default -> preview(call);
                        });
    }

    private static Occasion occasion(Call<CommandInvoked> call) {
        return call.required(WHAT).value().equals(Occasion.WELCOME.word()) ? Occasion.WELCOME : Occasion.FAREWELL;
    }

    private static Outcome set(Call<CommandInvoked> call) {
        var occasion = occasion(call);
        var channel = call.required(CHANNEL).value();
        var changes = new HashMap<String, Optional<String>>();
        changes.put(occasion.channelKey(), Optional.of(channel));
        call.option(TEXT).ifPresent(text -> changes.put(occasion.textKey(), Optional.of(text.value())));
        return change(
                call,
                changes,
                "A %s is posted in <#%s> from now on; `/welcome preview` shows it."
                        .formatted(occasion.word(), channel));
    }

    private static Outcome roles(Call<CommandInvoked> call) {
        var changes = new HashMap<String, Optional<String>>();
        for (int number = 1; number <= WelcomeSettings.ROLES; number++) {
            changes.put(
                    WelcomeSettings.roleKey(number),
                    call.option("role" + number).map(OptionValue::value));
        }
        var given = changes.values().stream()
                .flatMap(Optional::stream)
                .map(role -> "<@&" + role + ">")
                .collect(Collectors.joining(" "));
        return change(
                call, changes, given.isEmpty() ? "Newcomers get no role any more." : "Newcomers get " + given + ".");
    }

    /** The memory service checks it, keeps it, and answers. */
    private static Outcome change(
            Call<CommandInvoked> call, Map<String, Optional<String>> changes, String confirmation) {
        var guild = call.guild().orElseThrow();
        return Outcome.silent()
                .emitting(call.causes(
                        Topics.SETTINGS_REQUESTS,
                        "settings",
                        Keys.guild(guild),
                        new ChangeSettings(guild, changes, call.origin(), Optional.of(confirmation))));
    }

    private Outcome preview(Call<CommandInvoked> call) {
        var known = call.guild().flatMap(guilds::guild);
        var greeting = new Greeting(
                call.member().id(),
                call.member().displayName(),
                known.map(GuildKnown::name).orElse("this server"),
                known.map(GuildKnown::members).orElse(1));
        var text = new StringBuilder();
        for (var occasion : Occasion.values()) {
            var channel = WelcomeSettings.channel(call.settings(), occasion);
            text.append(occasion == Occasion.WELCOME ? "**Welcome**, " : "**Farewell**, ")
                    .append(channel.map(id -> "in <#" + id + ">").orElse("posted nowhere"))
                    .append(":\n")
                    .append(greeting.fill(WelcomeSettings.text(call.settings(), occasion)))
                    .append("\n\n");
        }
        var roles = WelcomeSettings.roles(call.settings()).stream()
                .map(role -> "<@&" + role + ">")
                .collect(Collectors.joining(" "));
        text.append("**Roles** for newcomers: ").append(roles.isEmpty() ? "none" : roles);
        return Outcome.ephemeral(MessageBody.embed(
                Embed.of("When members come and go", text.toString()).withColor(BLUE)));
    }
}
