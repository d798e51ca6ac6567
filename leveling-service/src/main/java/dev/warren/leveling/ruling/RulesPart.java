package dev.warren.leveling.ruling;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.rules.Curve;
import dev.warren.leveling.rules.Farming;
import dev.warren.leveling.rules.Growth;
import dev.warren.leveling.xp.XpPart;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permissions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /xp rules show|amount|growth|curve|multiplier|exclude|include|farming|voice|coins}. */
@ApplicationScoped
class RulesPart implements XpPart {
    private static final String GROUP = "rules";
    private static final long MOST_XP = 1_000;
    private static final long MOST_COINS = 1_000_000;
    /** Changes are made to what will hold soon, so that one does not undo the one a moment before it. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final SettingsView settings;

    RulesPart(SettingsView settings) {
        this.settings = settings;
    }

    @Override
    public Set<String> subcommands() {
        return Set.of(
                "rules show",
                "rules amount",
                "rules growth",
                "rules curve",
                "rules multiplier",
                "rules exclude",
                "rules include",
                "rules farming",
                "rules voice",
                "rules coins");
    }

    @Override
    public Describe describe(Describe command) {
        sub(command, "show", "Shows by what this server gives XP", "xp rules show");
        sub(
                command,
                "amount",
                "Sets how much XP a minute of writing earns",
                "xp rules amount 10 50",
                number("minimum", "The least", 0, MOST_XP).required(),
                number("maximum", "The most", 0, MOST_XP).required());
        sub(
                command,
                "growth",
                "Lets XP grow with length, pause or level",
                "xp rules growth length 2 200",
                option("with", "Characters, seconds since the last message, or the level", OptionType.STRING)
                        .required()
                        .choices("length", "pause", "level"),
                option("most", "The factor in the end, 0 to 10; 1 turns it off", OptionType.NUMBER)
                        .required(),
                number("reach", "From how many characters, seconds or levels on", 1, Growth.LONGEST_REACH));
        sub(
                command,
                "curve",
                "Sets how much XP a level takes",
                "xp rules curve flat 500",
                option("kind", "MEE6's, the same for each level, or your own", OptionType.STRING)
                        .required()
                        .choices("mee6", "flat", "polynomial"),
                number("constant", "XP that each step takes at least", 1, Curve.MOST_CONSTANT),
                number("linear", "XP more for each level", -Curve.MOST_SQUARE, Curve.MOST_LINEAR),
                number("square", "XP more for each level squared", 0, Curve.MOST_SQUARE));
        sub(
                command,
                "multiplier",
                "Multiplies XP of a role, of a channel or of all",
                "xp rules multiplier 1.5 @Booster",
                option("factor", "0 to 10; 1 takes it away", OptionType.NUMBER).required(),
                role("Whose XP; the highest of a member's roles counts"),
                channel("Where; a category holds for its channels"));
        for (var word : new String[] {"exclude", "include"}) {
            sub(
                    command,
                    word,
                    word.equals("exclude") ? "Lets a role or a channel earn nothing" : "Lets them earn again",
                    "xp rules " + word + " @Muted",
                    role("Whose messages"),
                    channel("Where; a category holds for its channels and their threads"));
        }
        sub(
                command,
                "farming",
                "Sets what keeps farmers away",
                "xp rules farming strict",
                option("level", "Off, strict, or your own by the numbers", OptionType.STRING)
                        .required()
                        .choices("off", "strict", "own"),
                number("minimum-length", "Fewest characters, repeats counted once", 0, Farming.LONGEST_MINIMUM),
                number("similar-to", "Unlike how many of their last messages", 0, Farming.MOST_MESSAGES),
                number("characters-per-second", "The fastest that one types", 0, Farming.FASTEST));
        sub(
                command,
                "voice",
                "Sets what a minute in a voice channel earns",
                "xp rules voice 5",
                number("xp", "0 for nothing", 0, MOST_XP).required());
        return sub(
                command,
                "coins",
                "Lets earned coins give XP",
                "xp rules coins 10",
                number("per-xp", "How many coins make one XP; 0 for none", 0, MOST_COINS)
                        .required());
    }

    private static Describe sub(Describe command, String name, String says, String example, Option... options) {
        return command.subcommand(
                Optional.of(GROUP), name, says, AnswerKind.EPHEMERAL, example, Permissions.NONE, options);
    }

    private static Option number(String name, String says, long least, long most) {
        return option(name, says, OptionType.INTEGER).between(least, most);
    }

    private static Option role(String whose) {
        return option("role", whose, OptionType.ROLE);
    }

    private static Option channel(String where) {
        return option("channel", where, OptionType.CHANNEL);
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var held = settings.at(call.guild(), call.now().plus(AHEAD));
        var asked = call.payload().subcommand().orElse("").substring(GROUP.length() + 1);
        if (asked.equals("show")) {
            return Uni.createFrom().item(Outcome.ephemeral(MessageBody.embed(RulesTexts.of(held))));
        }
        try {
            return Uni.createFrom().item(RulesChange.of(asked, call, held).outcome(call));
        } catch (IllegalArgumentException e) {
            // names field, rule and value
            return Uni.createFrom().item(Outcome.refused("wrong-argument", RulesTexts.wrong(e)));
        }
    }
}
