package dev.warren.gateway.permissions;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.gateway.commands.CommandOverrides;
import dev.warren.gateway.commands.CommandOverrides.Access;
import dev.warren.gateway.commands.GuildOverrides;
import dev.warren.gateway.commands.PermissionNames;
import dev.warren.gateway.permissions.CommandNames.Named;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /permissions show|allow|deny|reset}. A change is a change of the guild's settings: the memory service checks and keeps it. */
@ApplicationScoped
class PermissionsCommand implements CommandHandler, CompletionHandler {
    private static final String NAME = "permissions";
    private static final String COMMAND = "command";
    private static final String ROLE = "role";
    private static final String CHANNEL = "channel";
    private static final int MOST_CHOICES = 25;
    /** Of a setting that holds a structure. */
    private static final int LONGEST = 65_536;
    /** Versions that are about to hold count too, else of two quick changes the second would take back the first. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final CommandNames names;
    private final GuildOverrides overrides;
    private final SettingsView settings;

    PermissionsCommand(CommandNames names, GuildOverrides overrides, SettingsView settings) {
        this.names = names;
        this.overrides = overrides;
        this.settings = settings;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(NAME, "Shows and changes who may use which command where")
                .module("settings")
                .needs(Permission.MANAGE_GUILD)
                .in("de", "rechte", "Zeigt und ändert, wer welchen Befehl wo benutzen darf")
                .subcommand(
                        "show",
                        "Shows what was changed, of all commands or of one",
                        AnswerKind.EPHEMERAL,
                        "permissions show rank",
                        which())
                .subcommand(
                        "allow",
                        "Lets a role use a command, or lets it work in a channel",
                        AnswerKind.EPHEMERAL,
                        "permissions allow rank @Members",
                        which().required(),
                        role(),
                        channel())
                .subcommand(
                        "deny",
                        "Keeps a role from a command, or the command from a channel",
                        AnswerKind.EPHEMERAL,
                        "permissions deny rank #general",
                        which().required(),
                        role(),
                        channel())
                .subcommand(
                        "reset",
                        "Takes back what was changed of a command, or only for a role or channel",
                        AnswerKind.EPHEMERAL,
                        "permissions reset rank",
                        which().required(),
                        role(),
                        channel())
                .bare("show")
                .build();
    }

    private static Option which() {
        return option(COMMAND, "Which command, such as rank or settings set", OptionType.STRING)
                .between(1, 66)
                .completed();
    }

    private static Option role() {
        return option(ROLE, "Whom; @everyone for all", OptionType.ROLE);
    }

    private static Option channel() {
        return option(CHANNEL, "Where, with the threads of it", OptionType.CHANNEL);
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return Uni.createFrom().item(outcome(call));
    }

    private Outcome outcome(Call<CommandInvoked> call) {
        var guild =
                call.guild().orElseThrow(() -> new IllegalStateException("permissions were asked for outside a guild"));
        var held = overrides.of(settings.at(call.guild(), call.now().plus(AHEAD)));
        var typed = call.option(COMMAND).map(OptionValue::value);
        var named = typed.flatMap(names::find);
        if (typed.isPresent() && named.isEmpty()) {
            return Outcome.refused(
                    "unknown-command",
                    "I have no command `" + typed.get().replace('`', '\'') + "`."
                            + names.nearest(typed.get())
                                    .map(near -> " Did you mean `" + near + "`?")
                                    .orElse(""));
        }
        var subcommand = call.payload().subcommand().orElse("show");
        if (subcommand.equals("show") || named.isEmpty()) {
            return Outcome.ephemeral(MessageBody.embed(PermissionTexts.page(held, named.map(Named::name), guild)));
        }
        var target = new Target(
                named.get(),
                call.option(ROLE).map(OptionValue::value).map(RoleId::of),
                call.option(CHANNEL).map(OptionValue::value).map(ChannelId::of));
        return switch (subcommand) {
            case "allow" -> allow(call, guild, held, target);
            case "deny" -> change(call, guild, held, target, Access.DENY);
            default -> reset(call, guild, held, target);
        };
    }

    /** Of what a rule is, and for whom or where. */
    record Target(Named named, Optional<RoleId> role, Optional<ChannelId> channel) {
        boolean isNobody() {
            return role.isEmpty() && channel.isEmpty();
        }
    }

    /** Nobody can give away what they do not have. */
    private Outcome allow(Call<CommandInvoked> call, GuildId guild, CommandOverrides held, Target target) {
        var has = call.member().permissions().orElse(Permissions.NONE);
        var missing = has.missing(target.named().needs());
        return target.role().isPresent() && !missing.equals(Permissions.NONE)
                ? Outcome.refused(
                        "missing-permission",
                        "Only who has **" + PermissionNames.of(missing) + "** can let others use `/"
                                + target.named().name() + "`.")
                : change(call, guild, held, target, Access.ALLOW);
    }

    private Outcome change(
            Call<CommandInvoked> call, GuildId guild, CommandOverrides held, Target target, Access access) {
        if (target.isNobody()) {
            return Outcome.refused("wrong-argument", "Name a `role`, a `channel` or both.");
        }
        var name = target.named().name();
        var byRole = target.role().map(role -> held.with(name, role, access)).orElse(held);
        var changed = target.channel()
                .map(channel -> byRole.with(name, channel, access))
                .orElse(byRole);
        return asked(call, guild, held, changed, target, access.name().toLowerCase(Locale.ROOT));
    }

    private Outcome reset(Call<CommandInvoked> call, GuildId guild, CommandOverrides held, Target target) {
        var changed = held.without(target.named().name(), target.role(), target.channel());
        return asked(call, guild, held, changed, target, "reset");
    }

    private static Outcome asked(
            Call<CommandInvoked> call,
            GuildId guild,
            CommandOverrides held,
            CommandOverrides changed,
            Target target,
            String what) {
        var json = changed.toJson();
        if (changed.equals(held)) {
            return Outcome.ephemeral(MessageBody.text("It is so already; nothing has changed."));
        }
        if (json.length() > LONGEST) {
            return Outcome.refused(
                    "too-many-permissions",
                    "There are too many rules in this server: together they must have at most 65,536 characters.");
        }
        var value = changed.rules().isEmpty() ? Optional.<String>empty() : Optional.of(json);
        var change = new ChangeSettings(
                guild,
                Map.of(CommandOverrides.KEY, value),
                call.origin(),
                Optional.of(PermissionTexts.changed(changed, target, what, guild)));
        return Outcome.silent()
                .emitting(
                        call.causes(Topics.SETTINGS_REQUESTS, "settings", Keys.guild(guild), change),
                        call.causes(Topics.AUDIT, "audited", Keys.guild(guild), audited(call, guild, target, what)));
    }

    private static Audited audited(Call<CommandInvoked> call, GuildId guild, Target target, String what) {
        var details = new LinkedHashMap<String, String>();
        target.role().ifPresent(role -> details.put("roleId", role.toString()));
        target.channel().ifPresent(channel -> details.put("channelId", channel.toString()));
        return new Audited(
                guild,
                Service.GATEWAY.id(),
                call.member().id(),
                "permission-" + what,
                Optional.of(target.named().name()),
                Optional.empty(),
                details,
                call.time());
    }

    @Override
    public String command() {
        return NAME;
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings held) {
        var typed = request.typed().toLowerCase(Locale.ROOT);
        return Uni.createFrom()
                .item(names.all().stream()
                        .filter(name -> name.contains(typed))
                        .limit(MOST_CHOICES)
                        .map(name -> new Choice(name, name))
                        .toList());
    }
}
