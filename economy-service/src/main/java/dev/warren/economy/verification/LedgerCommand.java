package dev.warren.economy.verification;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Transaction;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /ledger verify|show}: for everybody, since trust is what a ledger is for. */
@ApplicationScoped
class LedgerCommand implements CommandHandler {
    private static final String NUMBER = "number";
    private static final String TITLE = "Ledger";
    /** More transactions than a guild comes to; Discord allows 2^53 - 1. */
    private static final long LAST = 1_000_000_000_000L;

    private final EconomyConfig config;
    private final Ledger ledger;
    private final Verification verification;

    LedgerCommand(EconomyConfig config, Ledger ledger, Verification verification) {
        this.config = config;
        this.ledger = ledger;
        this.verification = verification;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("ledger", "Proves that every coin of this server is where it should be")
                .module(EconomySettings.MODULE)
                .in("de", "kassenbuch", "Beweist, dass jede Münze dieses Servers ist, wo sie sein soll")
                .in("es-ES", "libro", "Prueba que cada moneda de este servidor está donde debe")
                .in("es-419", "libro", "Prueba que cada moneda de este servidor está donde debe")
                .subcommand(
                        "verify",
                        "Reckons the whole ledger again: hashes, sums and balances",
                        AnswerKind.PUBLIC,
                        "ledger verify")
                .subcommand(
                        "show",
                        "Shows a transaction as it stands in the ledger",
                        AnswerKind.PUBLIC,
                        "ledger show 42",
                        option(NUMBER, "Its number, as /history shows it", OptionType.INTEGER)
                                .required()
                                .between(1, LAST))
                .bare("verify")
                .cooldown(new Cooldown(3, Duration.ofMinutes(1), Cooldown.Scope.MEMBER))
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild = Desk.guild(call);
        return call.payload().subcommand().filter("show"::equals).isPresent()
                ? show(tx, guild, call.required(NUMBER).asLong())
                : verify(guild);
    }

    private Uni<Outcome> verify(GuildId guild) {
        return verification
                .size(guild)
                .chain(size -> size > config.mostVerified()
                        ? Uni.createFrom()
                                .item(Outcome.refused(
                                        "too-long",
                                        "%s transactions take too long to prove here; whoever runs me can, by `warren ledger verify`."
                                                .formatted(Words.number(size))))
                        : verification
                                .of(guild)
                                .map(found -> Outcome.message(found.map(LedgerCommand::told)
                                        .orElseGet(
                                                () -> Words.body(TITLE, "It is empty: no coin has moved here yet.")))));
    }

    static MessageBody told(Report report) {
        var figures = "%s transactions in %s blocks, %s in circulation\nHead: `%s`"
                .formatted(
                        Words.number(report.transactions()),
                        Words.number(report.blocks()),
                        Words.coins(report.supply()),
                        report.head());
        return report.isProved()
                ? Words.body(TITLE, "**Proved.** Every hash, sum and balance holds.\n" + figures)
                : Words.body(
                        TITLE,
                        "**This ledger was tampered with.**\n"
                                + report.faults().stream()
                                        .map(fault -> "• " + fault)
                                        .collect(Collectors.joining("\n"))
                                + "\n" + figures);
    }

    private Uni<Outcome> show(Mutiny.StatelessSession tx, GuildId guild, long number) {
        return ledger.find(tx, guild, number)
                .map(found -> found.map(transaction -> Outcome.message(shown(transaction)))
                        .orElseGet(() -> Outcome.refused(
                                "unknown-transaction",
                                "There is no transaction `#%d` in this server.".formatted(number))));
    }

    private static MessageBody shown(Transaction transaction) {
        var entries = transaction.entries().stream()
                .map(entry -> "account `%s`: **%s**, then %s"
                        .formatted(entry.account(), Words.change(entry.amount()), Words.number(entry.balance())))
                .collect(Collectors.joining("\n"));
        var reverses =
                transaction.reverses().map(other -> " of `#" + other + "`").orElse("");
        return Words.body(
                "Transaction #" + transaction.number(),
                "%s%s · <t:%d>\n%s\nCaused by `%s`\nSHA-256 `%s`"
                        .formatted(
                                Words.cause(transaction.why()),
                                reverses,
                                transaction.at().getEpochSecond(),
                                entries,
                                transaction.key(),
                                transaction.hash()));
    }
}
