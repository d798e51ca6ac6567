package dev.warren.leveling.level;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.surroundings.Surroundings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /level-roles list|add|remove|mode|apply}. Whatever changes is then compared with what members hold. */
@ApplicationScoped
class LevelRolesCommand implements CommandHandler {
    private static final String LEVEL = "level";
    private static final String ROLE = "role";
    private static final String HOW = "how";
    private static final String REPLACE = "replace";
    /** Changes are made to what will hold soon, so that one does not undo the one a moment before it. */
    private static final Duration AHEAD = Duration.ofMinutes(1);
    /** By then the change holds. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private final SettingsView settings;
    private final Surroundings surroundings;
    private final Comparisons comparisons;

    LevelRolesCommand(SettingsView settings, Surroundings surroundings, Comparisons comparisons) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.comparisons = comparisons;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("level-roles", "Rules which roles reward levels")
                .module(LevelingSettings.MODULE)
                .needs(Permission.MANAGE_ROLES)
                .botNeeds(Permission.MANAGE_ROLES)
                .in("de", "level-rollen", "Regelt, welche Rollen Level belohnen")
                .in("es-ES", "roles-de-nivel", "Regula qué roles premian los niveles")
                .in("es-419", "roles-de-nivel", "Regula qué roles premian los niveles")
                .subcommand("list", "Shows which roles reward levels", AnswerKind.EPHEMERAL, "level-roles list")
                .subcommand(
                        "add",
                        "Rewards a level with a role; who has the level gets it now",
                        AnswerKind.EPHEMERAL,
                        "level-roles add 10 @Regular",
                        option(LEVEL, "From which level on", OptionType.INTEGER)
                                .required()
                                .between(1, Rewards.HIGHEST),
                        option(ROLE, "Which role", OptionType.ROLE).required())
                .subcommand(
                        "remove",
                        "Rewards a level no more; who holds the role keeps it",
                        AnswerKind.EPHEMERAL,
                        "level-roles remove 10",
                        option(LEVEL, "Which level", OptionType.INTEGER)
                                .required()
                                .between(1, Rewards.HIGHEST))
                .subcommand(
                        "mode",
                        "Lets rewards stack, or the highest replace the others",
                        AnswerKind.EPHEMERAL,
                        "level-roles mode replace",
                        option(HOW, "Stack or replace", OptionType.STRING)
                                .required()
                                .choices("stack", REPLACE))
                .subcommand(
                        "apply",
                        "Compares all members with their levels now",
                        AnswerKind.EPHEMERAL,
                        "level-roles apply")
                .bare("list")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild =
                call.guild().orElseThrow(() -> new IllegalStateException("level roles were asked for outside a guild"));
        var held = settings.at(call.guild(), call.now().plus(AHEAD));
        var rewards = Rewards.read(held.text(LevelSettings.ROLES));
        return switch (call.payload().subcommand().orElse("list")) {
            case "add" -> add(call, tx, guild, rewards);
            case "remove" -> remove(call, tx, guild, rewards);
            case "mode" -> {
                boolean replacing = call.required(HOW).value().equals(REPLACE);
                yield change(
                        call,
                        tx,
                        guild,
                        rewards,
                        rewards.replacing(replacing),
                        replacing
                                ? "The highest role that is reached replaces those below it."
                                : "Members keep the roles of all levels that they reached.");
            }
            case "apply" ->
                comparisons
                        .expect(tx, guild, call.now())
                        .replaceWith(
                                Outcome.ephemeral(
                                        MessageBody.text(
                                                "I compare all members with their levels now; `/level-roles list` tells what came of it.")));
            default ->
                comparisons
                        .last(tx, guild)
                        .map(last ->
                                Outcome.ephemeral(MessageBody.embed(LevelRolesTexts.of(rewards, surroundings, last))));
        };
    }

    private Uni<Outcome> add(Call<CommandInvoked> call, Mutiny.StatelessSession tx, GuildId guild, Rewards rewards) {
        int level = (int) call.required(LEVEL).asLong();
        var role = call.required(ROLE).asRole();
        var known = surroundings.role(role);
        if (known.isEmpty() || !known.get().guild().equals(guild)) {
            return refused("`role` must be a role of this server that still stands: " + role + ".");
        }
        if (known.get().managed() || role.value() == guild.value()) {
            return refused("`role` must be one that can be given; Discord or a bot manages this one: "
                    + LevelRolesTexts.mention(role) + ".");
        }
        var other = rewards.roles().entrySet().stream()
                .filter(entry -> entry.getValue().equals(role) && entry.getKey() != level)
                .findFirst();
        if (other.isPresent()) {
            return refused("`role` must reward one level alone; " + LevelRolesTexts.mention(role) + " rewards level "
                    + other.get().getKey() + " already.");
        }
        if (rewards.roles().size() >= Rewards.MOST && !rewards.roles().containsKey(level)) {
            return refused("There must be at most " + Rewards.MOST + " level roles: "
                    + rewards.roles().size() + ".");
        }
        return change(
                call,
                tx,
                guild,
                rewards,
                rewards.with(level, role),
                "Level **%d** is rewarded with %s; who has it gets the role soon."
                        .formatted(level, LevelRolesTexts.mention(role)));
    }

    private Uni<Outcome> remove(Call<CommandInvoked> call, Mutiny.StatelessSession tx, GuildId guild, Rewards rewards) {
        int level = (int) call.required(LEVEL).asLong();
        return rewards.roles().containsKey(level)
                ? change(
                        call,
                        tx,
                        guild,
                        rewards,
                        rewards.without(level),
                        "Level **%d** is rewarded no more.".formatted(level))
                : refused("`level` must be one that is rewarded: " + level + ".");
    }

    private static Uni<Outcome> refused(String text) {
        return Uni.createFrom().item(Outcome.refused("wrong-argument", text));
    }

    private Uni<Outcome> change(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            GuildId guild,
            Rewards before,
            Rewards after,
            String said) {
        if (before.equals(after)) {
            return Uni.createFrom().item(Outcome.ephemeral(MessageBody.text("It is so already; nothing has changed.")));
        }
        var change =
                new ChangeSettings(guild, Map.of(LevelSettings.ROLES, after.write()), call.origin(), Optional.of(said));
        var audited = new Audited(
                guild,
                Service.LEVELING.id(),
                call.member().id(),
                "level-roles-changed",
                Optional.empty(),
                Optional.empty(),
                Map.of("roles", String.valueOf(after.roles().size())),
                call.time());
        return comparisons
                .expect(tx, guild, call.now().plus(SOON))
                .replaceWith(Outcome.silent()
                        .emitting(
                                call.causes(Topics.SETTINGS_REQUESTS, "settings", Keys.guild(guild), change),
                                call.causes(Topics.AUDIT, "audited", Keys.guild(guild), audited)));
    }
}
