package dev.warren.benchmarks;

import dev.warren.benchmarks.figures.Bench;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.figures.Report;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a benchmark by name: {@code NAME [--json] [--quick] [--only PART,…]}. The figures come on the output, all else on the error output. Exit code 0
 * tells that all was measured, be the goals met or not; 1 that something could not be measured; 2 that there is no such benchmark.
 */
public final class Main {
    private static final int NOT_MEASURED = 1;
    private static final String JSON = "--json";
    private static final String QUICK = "--quick";
    private static final String ONLY = "--only";

    private Main() {}

    public static void main(String[] arguments) {
        var root =
                Path.of(System.getProperty("warren.root", ".")).toAbsolutePath().normalize();
        System.exit(run(Benches.all(), root, writer(System.out), writer(System.err), arguments));
    }

    private static PrintWriter writer(java.io.PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Runs what the arguments ask for, and gives the exit code. */
    static int run(List<Bench> benches, Path root, PrintWriter out, PrintWriter err, String... arguments) {
        var commands = new CommandLine(new Nothing());
        for (var bench : benches) {
            commands.addSubcommand(bench.name(), command(bench));
        }
        commands.setExecutionStrategy(parsed -> execute(benches, root, out, err, parsed));
        commands.setParameterExceptionHandler((wrong, _) -> refuse(wrong));
        return commands.setOut(out).setErr(err).execute(arguments);
    }

    /** Without the name of a benchmark there is nothing to do. */
    @Command(
            name = "bench",
            description = "Measures Warren.",
            synopsisSubcommandLabel = "NAME [--json] [--quick] [--only PART]",
            mixinStandardHelpOptions = true)
    private static final class Nothing {}

    private static CommandSpec command(Bench bench) {
        var spec = CommandSpec.create().name(bench.name()).mixinStandardHelpOptions(true);
        spec.usageMessage().description(bench.description());
        spec.addOption(OptionSpec.builder(JSON)
                .type(boolean.class)
                .description("One JSON object on the output.")
                .build());
        spec.addOption(OptionSpec.builder(QUICK)
                .type(boolean.class)
                .description("A few seconds for each measurement: shows that it works, not how fast.")
                .build());
        if (!bench.parts().isEmpty()) {
            spec.addOption(OptionSpec.builder(ONLY)
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .splitRegex(",")
                    .paramLabel("PART")
                    .description("Only these parts, or those whose names begin so: " + String.join(", ", bench.parts()))
                    .build());
        }
        return spec;
    }

    /** Says what is wrong, what may have been meant, and what there is. */
    private static int refuse(ParameterException wrong) {
        var command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.usage(command.getErr());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int execute(List<Bench> benches, Path root, PrintWriter out, PrintWriter err, ParseResult parsed) {
        var helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        var chosen = parsed.subcommand();
        if (chosen == null) {
            throw new ParameterException(parsed.commandSpec().commandLine(), "Missing the name of a benchmark");
        }
        var bench = named(benches, chosen.commandSpec().name());
        var lab = new Lab(chosen.matchedOptionValue(QUICK, false), only(bench, chosen), root, err);
        return measure(bench, lab, out, chosen.matchedOptionValue(JSON, false));
    }

    private static Set<String> only(Bench bench, ParseResult chosen) {
        List<String> only = bench.parts().isEmpty() ? List.of() : chosen.matchedOptionValue(ONLY, List.of());
        for (var name : only) {
            if (bench.parts().stream().noneMatch(part -> Lab.names(name, part))) {
                throw new ParameterException(
                        chosen.commandSpec().commandLine(),
                        "%s must be one of %s, or how they begin: %s"
                                .formatted(ONLY, String.join(", ", bench.parts()), name));
            }
        }
        return Set.copyOf(only);
    }

    private static Bench named(List<Bench> benches, @Nullable String name) {
        return benches.stream()
                .filter(bench -> bench.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int measure(Bench bench, Lab lab, PrintWriter out, boolean json) {
        lab.note(Machine.describe());
        try {
            bench.run(lab);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lab.problem("it was interrupted");
        } catch (Exception e) {
            lab.problem(bench.name() + ": " + e);
        }
        out.println(json ? Report.json(bench.name(), lab.figures()) : Report.table(lab.figures()));
        out.flush();
        return lab.problems().isEmpty() ? 0 : NOT_MEASURED;
    }
}
