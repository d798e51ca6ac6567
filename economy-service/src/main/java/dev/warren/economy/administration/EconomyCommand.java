package dev.warren.economy.administration;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Amounts;
import dev.warren.economy.desk.Words;
import dev.warren.economy.taxation.SupplyReport;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /economy grant|fine|reverse|freeze|unfreeze|burn|supply|settings}, for those who manage the guild. */
@ApplicationScoped
class EconomyCommand implements CommandHandler {
    static final String MEMBER = "member";
    static final String AMOUNT = "amount";
    static final String NUMBER = "number";
    private static final String SUPPLY = "supply";
    private static final String REASON = "reason";
    /** More transactions than a guild comes to; Discord allows 2^53 - 1. */
    private static final long LAST = 1_000_000_000_000L;

    private final Grants grants;
    private final Reversals reversals;
    private final Freezes freezes;
    private final SupplyReport supply;
    private final Instance<OfferedSettings> offered;

    EconomyCommand(
            Grants grants,
            Reversals reversals,
            Freezes freezes,
            SupplyReport supply,
            @Any Instance<OfferedSettings> offered) {
        this.offered = offered;
        this.grants = grants;
        this.reversals = reversals;
        this.freezes = freezes;
        this.supply = supply;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("economy", "Runs the economy of this server")
                .module(EconomySettings.MODULE)
                .needs(Permission.MANAGE_GUILD)
                .in("de", "wirtschaft", "Führt die Wirtschaft dieses Servers")
                .in("es-ES", "economía", "Dirige la economía de este servidor")
                .in("es-419", "economía", "Dirige la economía de este servidor")
                .subcommand(
                        "grant",
                        "Gives a member new coins",
                        AnswerKind.EPHEMERAL,
                        "economy grant @Ada 250 won the quiz",
                        member("Who gets them"),
                        Amounts.option(AMOUNT, "How many coins, such as 250 or 1k"),
                        reason())
                .subcommand(
                        "fine",
                        "Takes coins from a member; the treasury gets them",
                        AnswerKind.EPHEMERAL,
                        "economy fine @Ada 250 spam",
                        member("Who loses them"),
                        Amounts.option(AMOUNT, "How many coins, such as 250, half or all"),
                        reason())
                .subcommand(
                        "reverse",
                        "Takes a transaction back by its opposite",
                        AnswerKind.EPHEMERAL,
                        "economy reverse 42 paid to the wrong member",
                        option(NUMBER, "The transaction's number, as /history shows it", OptionType.INTEGER)
                                .required()
                                .between(1, LAST),
                        reason())
                .subcommand(
                        "freeze",
                        "Keeps a member from moving coins and from getting any",
                        AnswerKind.EPHEMERAL,
                        "economy freeze @Ada under investigation",
                        member("Whose coins"),
                        reason())
                .subcommand(
                        "unfreeze",
                        "Lets a member move coins again",
                        AnswerKind.EPHEMERAL,
                        "economy unfreeze @Ada",
                        member("Whose coins"),
                        reason())
                .subcommand(
                        "burn",
                        "Takes coins of the treasury out of circulation",
                        AnswerKind.EPHEMERAL,
                        "economy burn half",
                        Amounts.option(AMOUNT, "How many coins, such as 250, half or all"),
                        reason())
                .subcommand(
                        SUPPLY,
                        "Shows how many coins there are, where they come from and where they go",
                        AnswerKind.EPHEMERAL,
                        "economy supply 30",
                        option(SupplyReport.DAYS, "Over how many days; 30 if you name none", OptionType.INTEGER)
                                .between(2, SupplyReport.MOST_DAYS))
                .subcommand("settings", "Shows what holds in the economy", AnswerKind.EPHEMERAL, "economy settings")
                .bare("settings")
                .build();
    }

    private static Option member(String whose) {
        return option(MEMBER, whose, OptionType.USER).required();
    }

    private static Option reason() {
        return option(REASON, "Why, for the audit log", OptionType.STRING)
                .between(1, 200)
                .rest();
    }

    /** Why it is done, where somebody says. */
    static Optional<String> reason(Call<CommandInvoked> call) {
        return call.option(REASON).map(OptionValue::value);
    }

    /** The picture of the supply takes its time. */
    @Override
    public Uni<Void> prepare(Call<CommandInvoked> call) {
        return call.guild().isPresent() && call.payload().subcommand().equals(Optional.of(SUPPLY))
                ? supply.prepare(call)
                : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return switch (call.payload().subcommand().orElse("settings")) {
            case "grant" -> grants.grant(call, tx);
            case "fine" -> grants.fine(call, tx);
            case "reverse" -> reversals.reverse(call, tx);
            case "freeze" -> freezes.freeze(call, tx, true);
            case "burn" -> grants.burn(call, tx);
            case SUPPLY -> supply.show(call, tx);
            case "unfreeze" -> freezes.freeze(call, tx, false);
            default -> Uni.createFrom().item(settings(call));
        };
    }

    /** Those of all rooms of the service. */
    private Outcome settings(Call<CommandInvoked> call) {
        var lines = offered.stream()
                .flatMap(room -> room.settings().stream())
                .filter(setting -> setting.module().equals(EconomySettings.MODULE))
                .sorted(Comparator.comparing(SettingDescription::key))
                .map(setting -> "`%s` %s: **%s**"
                        .formatted(
                                setting.key(),
                                setting.description(),
                                call.settings().text(setting.key()).orElse("none")))
                .collect(Collectors.joining("\n"));
        return Outcome.ephemeral(
                Words.body("Economy", lines + "\n\nChange one by `/settings set`, such as `economy.daily` to `300`."));
    }
}
