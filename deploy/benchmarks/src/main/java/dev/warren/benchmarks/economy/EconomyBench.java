package dev.warren.benchmarks.economy;

import dev.warren.benchmarks.figures.Bench;
import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.benchmarks.stage.CommandLatency;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.schemas.ids.GuildId;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** How many transfers the ledger takes from a topic, and how long {@code /balance} takes. */
public final class EconomyBench implements Bench {
    private static final String TRANSFERS = "transfers";
    private static final String KILLS = "kills";
    private static final String BALANCE = "balance";
    private static final List<String> LEDGER_ALONE =
            List.of(WarrenStack.KAFKA, WarrenStack.POSTGRESQL, WarrenStack.REDIS, "economy-service");

    @Override
    public String name() {
        return "economy";
    }

    @Override
    public String description() {
        return "Transfers from a topic into the ledger, spread and on one account; what they come to; /balance.";
    }

    @Override
    public List<String> parts() {
        return List.of(TRANSFERS, KILLS, BALANCE);
    }

    @Override
    public void run(Lab lab) throws IOException, InterruptedException {
        if (lab.wanted(TRANSFERS)) {
            lab.note("the economy service and its servers");
            try (var stack = WarrenStack.start(lab.root(), LEDGER_ALONE)) {
                lab.attempt("transfers from discord.facts into the ledger", () -> new Transfers(stack, lab).measure());
            }
        }
        if (lab.wanted(KILLS)) {
            lab.note("the economy service and its servers");
            try (var stack = WarrenStack.start(lab.root(), LEDGER_ALONE);
                    var kafka = new RawKafka(stack.kafka())) {
                lab.attempt("random transfers while service and database are killed", () -> kills(stack, kafka, lab));
            }
        }
        if (lab.wanted(BALANCE)) {
            lab.note("the whole stack");
            try (var stack = WarrenStack.start(lab.root(), List.of());
                    var commands = new CommandLatency(stack, lab)) {
                lab.attempt("/balance, 100 in a second", () -> commands.slash("balance"));
            }
        }
    }

    private static void kills(WarrenStack stack, RawKafka kafka, Lab lab) throws SQLException, InterruptedException {
        int wishes = lab.quick() ? 1_000 : 10_000;
        var report =
                new LedgerKills(new GuildId(910_000), wishes, 200, lab.quick() ? 2 : 10).run(stack.running(), kafka);
        lab.note("    " + report);
        lab.add(new Figure(
                "kills.differences",
                (double) report.unanswered()
                        + report.answeredTwofold()
                        + report.impossible()
                        + report.wrong()
                        + report.drift(),
                "differences",
                new Control("wishes", wishes),
                Goal.atMost(0)));
    }
}
