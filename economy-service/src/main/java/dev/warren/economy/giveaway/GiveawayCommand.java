package dev.warren.economy.giveaway;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Amounts;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Words;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /giveaway start|end|reroll|list}. */
@ApplicationScoped
class GiveawayCommand implements CommandHandler {
    static final String DURATION = "duration";
    static final String WINNERS = "winners";
    static final String PRIZE = "prize";
    static final String COINS = "coins";
    static final String ROLE = "role";
    static final String LEVEL = "level";
    static final String AGE = "account-age";
    static final String ID = "giveaway";
    static final String MEMBER = "member";
    static final int MOST_WINNERS = 50;
    private static final int LISTED = 20;

    private final Giveaways giveaways;
    private final Starting starting;
    private final Ending ending;

    GiveawayCommand(Giveaways giveaways, Starting starting, Ending ending) {
        this.giveaways = giveaways;
        this.starting = starting;
        this.ending = ending;
    }

    @Override
    public CommandDescription description() {
        var managing = Permissions.of(Permission.MANAGE_GUILD);
        return Describe.command("giveaway", "Draws prizes among those who enter")
                .module(EconomySettings.MODULE)
                .in("de", "verlosung", "Verlost Preise unter allen, die mitmachen")
                .in("es-ES", "sorteo", "Sortea premios entre quienes participan")
                .in("es-419", "sorteo", "Sortea premios entre quienes participan")
                .subcommand("list", "Shows the giveaways that can be entered", AnswerKind.PUBLIC, "giveaway list")
                .subcommand(
                        Optional.empty(),
                        "start",
                        "Starts one, of coins from your wallet, of anything else, or of both",
                        AnswerKind.PUBLIC,
                        "giveaway start 1d 2 \"a golden carrot\"",
                        managing,
                        option(DURATION, "How long it can be entered, such as 10m or 1d", OptionType.DURATION)
                                .required(),
                        option(WINNERS, "How many win", OptionType.INTEGER)
                                .required()
                                .between(1, MOST_WINNERS),
                        option(PRIZE, "What is given away, when it is not coins alone", OptionType.STRING)
                                .between(1, Giveaway.LONGEST_PRIZE),
                        option(COINS, "Coins from your wallet, shared by the winners", OptionType.AMOUNT)
                                .between(1, Amounts.MOST),
                        option(ROLE, "The role that one must have", OptionType.ROLE),
                        option(LEVEL, "The level that one must have reached", OptionType.INTEGER)
                                .between(1, 1000),
                        option(AGE, "How old an account must be, such as 30d", OptionType.DURATION))
                .subcommand(
                        Optional.empty(),
                        "end",
                        "Draws one now",
                        AnswerKind.EPHEMERAL,
                        "giveaway end 12",
                        managing,
                        id())
                .subcommand(
                        Optional.empty(),
                        "reroll",
                        "Draws again, in the place of one winner or of all, without those who won before",
                        AnswerKind.EPHEMERAL,
                        "giveaway reroll 12",
                        managing,
                        id(),
                        option(MEMBER, "In whose place; of all winners if you name nobody", OptionType.USER))
                .bare("list")
                .build();
    }

    private static Option id() {
        return option(ID, "The number below it", OptionType.INTEGER).required().between(1, 1_000_000_000_000L);
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return switch (call.payload().subcommand().orElse("list")) {
            case "start" -> starting.start(call, tx);
            case "end" -> ending.end(call, tx);
            case "reroll" -> ending.reroll(call, tx);
            default ->
                giveaways.open(tx, Desk.guild(call), LISTED).map(open -> {
                    var lines = open.stream().map(GiveawayTexts::line).collect(Collectors.joining("\n"));
                    return Outcome.message(Words.body(
                            "Giveaways", open.isEmpty() ? "There is no giveaway to enter here now." : lines));
                });
        };
    }
}
