package dev.warren.leveling.nudge;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.information.KnownGuilds;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /nudge on|off|preview}: whether the bot may write to a member who has been quiet for long. */
@ApplicationScoped
class NudgeCommand implements CommandHandler {
    private static final String DAYS = "days";
    private static final int USUAL = 14;
    private static final int LEAST = 3;
    private static final int MOST = 365;

    private final Nudges nudges;
    private final KnownGuilds guilds;

    NudgeCommand(Nudges nudges, KnownGuilds guilds) {
        this.nudges = nudges;
        this.guilds = guilds;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("nudge", "Tells you when you have been quiet here for long, if you want it")
                .module(LevelingSettings.MODULE)
                .in("de", "anstupsen", "Meldet sich, wenn du hier lange still warst, falls du das willst")
                .in("es-ES", "toque", "Te avisa cuando llevas mucho en silencio aquí, si lo quieres")
                .in("es-419", "toque", "Te avisa cuando llevas mucho en silencio aquí, si lo quieres")
                .subcommand(
                        "on",
                        "Writes to you once when you have been quiet for so many days",
                        AnswerKind.EPHEMERAL,
                        "nudge on 14",
                        option(DAYS, "How many; 14 if you say nothing", OptionType.INTEGER)
                                .between(LEAST, MOST))
                .subcommand("off", "Leaves you in peace", AnswerKind.EPHEMERAL, "nudge off")
                .subcommand("preview", "Shows what it would say", AnswerKind.EPHEMERAL, "nudge preview")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild = call.guild().orElseThrow();
        var member = call.member().id();
        int days =
                call.option(DAYS).map(OptionValue::asLong).map(Math::toIntExact).orElse(USUAL);
        return switch (call.payload().subcommand().orElseThrow()) {
            case "on" ->
                nudges.wish(tx, guild, member, days, call.time())
                        .replaceWith(said("I shall write to you once when you have been quiet here for %d days."
                                .formatted(days)));
            case "off" ->
                nudges.end(tx, guild, member)
                        .map(ended -> said(ended ? "I leave you in peace." : "I leave you in peace already."));
            default ->
                Uni.createFrom()
                        .item(Outcome.ephemeral(NudgeTexts.of(
                                guilds.guild(guild).map(GuildKnown::name).orElse("this server"), days)));
        };
    }

    private static Outcome said(String text) {
        return Outcome.ephemeral(MessageBody.text(text));
    }
}
