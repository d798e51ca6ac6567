package dev.warren.gateway.owner;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.operations.ServedGuilds;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.AuditEvent.Operated;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.OperationEvent;
import dev.warren.schemas.bot.OperationEvent.GuildBlocked;
import dev.warren.schemas.bot.OperationEvent.GuildUnblocked;
import dev.warren.schemas.bot.OperationEvent.PostingPaused;
import dev.warren.schemas.bot.OperationEvent.PostingResumed;
import dev.warren.schemas.bot.OperationEvent.Presence;
import dev.warren.schemas.bot.OperationEvent.PresenceChosen;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /owner}. What is decided becomes a record that all instances follow; only leaving is done at once. */
@ApplicationScoped
class OwnerCommand implements CommandHandler {
    private static final String GUILD = "server";
    private static final String REASON = "reason";
    private static final String STATUS = "status";
    private static final String TEXT = "text";
    private static final String ALL = "all";

    private final Owners owners;
    private final GuildPages pages;
    private final GuildDirectory guilds;
    private final ServedGuilds served;
    private final Leaving leaving;

    OwnerCommand(Owners owners, GuildPages pages, GuildDirectory guilds, ServedGuilds served, Leaving leaving) {
        this.owners = owners;
        this.pages = pages;
        this.guilds = guilds;
        this.served = served;
        this.leaving = leaving;
    }

    @Override
    public CommandDescription description() {
        var hidden = AnswerKind.EPHEMERAL;
        return Describe.command("owner", "For those who run me")
                .module("settings")
                .needs(Permission.ADMINISTRATOR)
                .everywhere()
                .subcommand("guilds", "Lists the servers I am in", hidden, "owner guilds")
                .subcommand("leave", "Leaves a server", hidden, "owner leave 81384788765712384", guild().required())
                .subcommand(
                        "block",
                        "Leaves a server, and leaves again whenever I am added",
                        hidden,
                        "owner block 81384788765712384 spam",
                        guild().required(),
                        reason())
                .subcommand(
                        "unblock",
                        "Lets me be added to a server again",
                        hidden,
                        "owner unblock 81384788765712384",
                        guild().required())
                .subcommand(
                        "presence",
                        "Changes how I am shown",
                        hidden,
                        "owner presence idle back soon",
                        option(STATUS, "Which state", OptionType.STRING)
                                .required()
                                .choices("online", "idle", "do_not_disturb", "invisible"),
                        option(TEXT, "What stands below my name", OptionType.STRING)
                                .between(1, 128)
                                .rest())
                .subcommand(
                        "pause",
                        "Posts nothing, in one server or everywhere",
                        hidden,
                        "owner pause 81384788765712384",
                        guild(),
                        reason())
                .subcommand(
                        "resume",
                        "Posts again, in one server or everywhere",
                        hidden,
                        "owner resume 81384788765712384",
                        guild())
                .subcommand("staging", "Shows which servers I serve", hidden, "owner staging")
                .build();
    }

    private static Option guild() {
        return option(GUILD, "The id of the server", OptionType.STRING).between(1, 20);
    }

    private static Option reason() {
        return option(REASON, "Why, for the record", OptionType.STRING)
                .between(1, 500)
                .rest();
    }

    static Outcome notYours() {
        return Outcome.refused("not-owner", "Only those who run me can use `/owner`.");
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        if (!owners.include(call.member().id())) {
            return Uni.createFrom().item(notYours());
        }
        var typed = call.option(GUILD).map(OptionValue::value).map(String::strip);
        var guild = typed.flatMap(OwnerCommand::id);
        if (typed.isPresent() && guild.isEmpty()) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "wrong-argument",
                            "`server` must be the id of a server, such as `81384788765712384`, not `"
                                    + typed.get().replace('`', '\'') + "`."));
        }
        var subcommand = call.payload().subcommand().orElse("guilds");
        return subcommand.equals("leave")
                ? leave(call, guild.orElseThrow())
                : Uni.createFrom().item(decide(call, subcommand, guild));
    }

    private static Optional<GuildId> id(String typed) {
        try {
            return Optional.of(GuildId.of(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Outcome decide(Call<CommandInvoked> call, String subcommand, Optional<GuildId> guild) {
        var by = "user:" + call.member().id();
        var at = call.time();
        var why = call.option(REASON).map(OptionValue::value);
        return switch (subcommand) {
            case "block" ->
                decided(
                        call,
                        new GuildBlocked(guild.orElseThrow(), by, why, at),
                        "I leave " + name(guild) + ", and will leave again whenever I am added.");
            case "unblock" ->
                decided(
                        call,
                        new GuildUnblocked(guild.orElseThrow(), by, at),
                        "I may be added to " + name(guild) + " again.");
            case "pause" ->
                decided(
                        call,
                        new PostingPaused(guild, by, why, at),
                        "I post nothing in " + name(guild) + " until you resume it. Replies wait, or expire.");
            case "resume" -> decided(call, new PostingResumed(guild, by, at), "I post in " + name(guild) + " again.");
            case "presence" -> decided(call, presence(call, by), "I am shown so within some seconds.");
            case "staging" -> Outcome.ephemeral(MessageBody.text(staging()));
            default -> Outcome.ephemeral(pages.page(0));
        };
    }

    private static PresenceChosen presence(Call<CommandInvoked> call, String by) {
        return new PresenceChosen(
                Presence.valueOf(call.required(STATUS).value().toUpperCase(Locale.ROOT)),
                call.option(TEXT).map(OptionValue::value),
                by,
                call.time());
    }

    private static Outcome decided(Call<CommandInvoked> call, OperationEvent operation, String text) {
        var decision = Decision.of(operation);
        return Outcome.ephemeral(MessageBody.text(text))
                .emitting(
                        call.causes(Topics.OPERATIONS, "operation", decision.key(), operation),
                        call.causes(
                                Topics.AUDIT,
                                "audited",
                                decision.guild().map(Keys::guild).orElse(ALL),
                                decision.audit(Map.of("source", "owner-command"))));
    }

    private Uni<Outcome> leave(Call<CommandInvoked> call, GuildId guild) {
        if (guilds.guild(guild).isEmpty()) {
            return Uni.createFrom()
                    .item(Outcome.refused("unknown-guild", "I am in no server with the id `" + guild + "`."));
        }
        var audited = new Operated(
                Optional.of(guild),
                "user:" + call.member().id(),
                "guild-left",
                Optional.empty(),
                Map.of("source", "owner-command"),
                call.time());
        var name = name(Optional.of(guild));
        return leaving.leave(guild)
                .map(left -> left
                        ? Outcome.ephemeral(MessageBody.text("I have left " + name + "."))
                                .emitting(call.causes(Topics.AUDIT, "audited", Keys.guild(guild), audited))
                        : Outcome.refused("not-left", "Discord did not let me leave " + name + ". Try again later."));
    }

    private String name(Optional<GuildId> guild) {
        return guild.map(id -> guilds.guild(id)
                        .map(GuildKnown::name)
                        .map(name -> "**" + name + "** (`" + id + "`)")
                        .orElse("the server `" + id + "`, in which I am not,"))
                .orElse("all servers");
    }

    private String staging() {
        return served.only()
                .map(only -> "I serve these servers alone:\n"
                        + only.stream().limit(50).map(id -> "`" + id + "`").collect(Collectors.joining("\n"))
                        + "\nThe setting `warren.owner.only-guilds` names them.")
                .orElse("I serve every server that I am in. The setting `warren.owner.only-guilds` limits me to some.");
    }
}
