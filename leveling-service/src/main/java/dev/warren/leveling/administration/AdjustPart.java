package dev.warren.leveling.administration;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.experience.Causes;
import dev.warren.leveling.standing.Shown;
import dev.warren.leveling.xp.XpPart;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /xp give|take|set|reset|restore}. */
@ApplicationScoped
class AdjustPart implements XpPart {
    private static final String MEMBER = "member";
    private static final String AMOUNT = "amount";

    private final Adjustments adjustments;
    private final Causes causes;

    AdjustPart(Adjustments adjustments, Causes causes) {
        this.adjustments = adjustments;
        this.causes = causes;
    }

    @Override
    public Set<String> subcommands() {
        return Set.of("give", "take", "set", "reset", "restore");
    }

    @Override
    public Describe describe(Describe command) {
        return command.subcommand(
                        "give",
                        "Gives a member XP",
                        AnswerKind.EPHEMERAL,
                        "xp give @Ada 500 won the quiz",
                        member("Who gets it").required(),
                        amount("How much XP", 1),
                        reason())
                .subcommand(
                        "take",
                        "Takes XP from a member",
                        AnswerKind.EPHEMERAL,
                        "xp take @Ada 500 spam",
                        member("Who loses it").required(),
                        amount("How much XP; at most what the member has", 1),
                        reason())
                .subcommand(
                        "set",
                        "Makes the XP of a member a number",
                        AnswerKind.EPHEMERAL,
                        "xp set @Ada 12000",
                        member("Whose XP").required(),
                        amount("What it is from now on", 0),
                        reason())
                .subcommand(
                        "reset",
                        "Takes all XP from a member, or from everybody after a question",
                        AnswerKind.EPHEMERAL,
                        "xp reset @Ada",
                        member("Whose XP; everybody's if you name nobody"),
                        reason())
                .subcommand(
                        "restore",
                        "Brings back what the last reset took",
                        AnswerKind.EPHEMERAL,
                        "xp restore",
                        reason());
    }

    private static Option member(String says) {
        return option(MEMBER, says, OptionType.USER);
    }

    private static Option amount(String says, long least) {
        return option(AMOUNT, says, OptionType.INTEGER).required().between(least, Adjustments.MOST);
    }

    private static Option reason() {
        return option(Audits.REASON, "Why, for the audit log", OptionType.STRING)
                .between(1, 200)
                .rest();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var member = call.option(MEMBER);
        if (member.flatMap(named -> named.member()).filter(Member::bot).isPresent()) {
            return refused("bot", "`member` must not be a bot: bots earn no XP.");
        }
        return switch (call.payload().subcommand().orElseThrow()) {
            case "give" -> change(call, tx, "xp-given", xp -> xp + amount(call));
            case "take" -> change(call, tx, "xp-taken", xp -> xp - amount(call));
            case "set" -> change(call, tx, "xp-set", xp -> amount(call));
            case "restore" -> restore(call, tx);
            default ->
                member.isPresent()
                        ? reset(call, tx, member.get().asUser())
                        : Uni.createFrom().item(ResetButtons.question(call));
        };
    }

    private static long amount(Call<CommandInvoked> call) {
        return call.required(AMOUNT).asLong();
    }

    private static Uni<Outcome> refused(String reason, String text) {
        return Uni.createFrom().item(Outcome.refused(reason, text));
    }

    private Uni<Outcome> change(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, String action, LongUnaryOperator becomes) {
        var guild = call.guild().orElseThrow();
        var named = call.required(MEMBER);
        var member = named.asUser();
        return adjustments.xp(tx, guild, member, named.member()).chain(before -> {
            long after = becomes.applyAsLong(before);
            if (after < 0) {
                return refused(
                        "not-enough-xp",
                        "`amount` must be at most %s, what <@%s> has: %s."
                                .formatted(Shown.number(before), member, Shown.number(amount(call))));
            }
            if (after > Adjustments.MOST) {
                return refused(
                        "too-much-xp",
                        "`amount` must leave <@%s> at %s XP or fewer: they would have %s."
                                .formatted(member, Shown.number(Adjustments.MOST), Shown.number(after)));
            }
            return adjustments
                    .set(tx, guild, member, after)
                    .chain(() -> causes.note(tx, guild, member, call.id(), call.time()))
                    .map(_ -> Outcome.ephemeral(MessageBody.text("<@%s> has **%s XP** now; it was %s."
                                    .formatted(member, Shown.number(after), Shown.number(before))))
                            .emitting(Audits.of(
                                    call,
                                    action,
                                    member.toString(),
                                    Map.of("before", Long.toString(before), "after", Long.toString(after)))));
        });
    }

    private Uni<Outcome> reset(Call<CommandInvoked> call, Mutiny.StatelessSession tx, UserId member) {
        return adjustments
                .reset(
                        tx,
                        call.guild().orElseThrow(),
                        Optional.of(member),
                        call.member().id(),
                        call.time())
                .map(members -> members == 0
                        ? Outcome.ephemeral(MessageBody.text("<@" + member + "> has no XP; nothing has changed."))
                        : Outcome.ephemeral(MessageBody.text(
                                        "<@" + member + "> has no XP any more. `/xp restore` brings it back."))
                                .emitting(Audits.of(call, "xp-reset", member.toString(), Map.of())));
    }

    private Uni<Outcome> restore(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild = call.guild().orElseThrow();
        return adjustments
                .restore(tx, guild)
                .map(restored -> restored.map(members -> Outcome.ephemeral(MessageBody.text(
                                        "What the last reset took is back, for %s. What was earned since then stays, too."
                                                .formatted(Words.members(members))))
                                .emitting(Audits.of(
                                        call,
                                        "xp-restored",
                                        guild.toString(),
                                        Map.of("members", Integer.toString(members)))))
                        .orElseGet(() -> Outcome.refused("nothing-to-restore", "There is no reset to bring back.")));
    }
}
