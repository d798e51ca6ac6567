package dev.warren.leveling.inspection;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.experience.Hindsight;
import dev.warren.leveling.experience.RulesHistory;
import dev.warren.leveling.xp.XpPart;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /xp why|at}. */
@ApplicationScoped
class InspectionPart implements XpPart {
    private static final String MEMBER = "member";
    private static final String TIME = "time";
    /** As many as an embed holds with room to spare. */
    private static final int SHOWN = 20;

    private final Hindsight hindsight;
    private final Earnings earnings;
    private final RulesHistory rules;

    InspectionPart(Hindsight hindsight, Earnings earnings, RulesHistory rules) {
        this.hindsight = hindsight;
        this.earnings = earnings;
        this.rules = rules;
    }

    @Override
    public Set<String> subcommands() {
        return Set.of("why", "at");
    }

    @Override
    public Describe describe(Describe command) {
        return command.subcommand(
                        "why",
                        "Shows what became of a member's last messages, and why",
                        AnswerKind.EPHEMERAL,
                        "xp why @Ada",
                        member())
                .subcommand(
                        "at",
                        "Shows a member's XP at a moment, and what made it",
                        AnswerKind.EPHEMERAL,
                        "xp at @Ada 2 days ago",
                        member(),
                        option(TIME, "Such as 2h, 2026-11-20 or 2026-11-20 15:30", OptionType.STRING)
                                .required()
                                .between(1, 40)
                                .rest());
    }

    private static Option member() {
        return option(MEMBER, "Whose XP", OptionType.USER).required();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild = call.guild().orElseThrow(() -> new IllegalStateException("XP was asked for outside a guild"));
        var member = call.required(MEMBER);
        return call.payload().subcommand().orElse("").equals("why")
                ? why(guild, member, call.time()).map(InspectionPart::shown)
                : at(call, guild, member);
    }

    private static Outcome shown(Embed embed) {
        return Outcome.ephemeral(MessageBody.embed(embed));
    }

    private Uni<Embed> why(GuildId guild, OptionValue member, Instant now) {
        return hindsight
                .last(guild, member.asUser(), SHOWN)
                .chain(judged -> earnings.at(guild, member.asUser(), now, SHOWN)
                        .map(sum -> InspectionTexts.why(name(member), judged, sum)));
    }

    private Uni<Outcome> at(Call<CommandInvoked> call, GuildId guild, OptionValue member) {
        var written = call.required(TIME).value();
        var moment = Moment.parse(written, call.time(), call.settings().timezone());
        if (moment.isEmpty()) {
            return refused("`time` must be such as `2h`, `2026-11-20` or `2026-11-20 15:30`: "
                    + written.replace('`', '\'') + ".");
        }
        if (moment.get().isAfter(call.time())) {
            return refused("`time` must not lie in the future: " + written.replace('`', '\'') + ".");
        }
        return earnings.at(guild, member.asUser(), moment.get(), SHOWN)
                .map(sum -> shown(InspectionTexts.at(
                        name(member),
                        moment.get(),
                        sum,
                        rules.at(guild, moment.get()).curve())));
    }

    private static Uni<Outcome> refused(String text) {
        return Uni.createFrom().item(Outcome.refused("wrong-argument", text));
    }

    private static String name(OptionValue member) {
        return member.member().map(Member::displayName).orElse("this member");
    }
}
