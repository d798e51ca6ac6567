package dev.warren.cli.commands;

import dev.warren.cli.settings.EnvFile;
import dev.warren.cli.settings.Resolution;
import dev.warren.cli.settings.Setting;
import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.supervise.Supervision;
import dev.warren.cli.supervise.Training;
import dev.warren.cli.terminal.Screen;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommands and their flags. */
@Command(
        name = "warren",
        description = "Runs Warren on this machine.",
        mixinStandardHelpOptions = true,
        version = "Warren 0.1.0",
        subcommands = CommandLine.HelpCommand.class,
        footer = {
            "",
            "The script ./warren also knows \"test\", which builds everything and runs all tests.",
            "Settings are read from flags, the environment and .env, in this order; .env.example explains them."
        })
public final class Warren {
    /** A wrong setting (EX_CONFIG of sysexits.h). */
    static final int WRONG_SETTING = 78;

    static final String OFFSET = "Which stack, by its port offset; not needed while only one runs.";

    private final Checkout checkout;
    private final Map<String, String> environment;
    private final Screen screen;
    private final InstantSource clock = InstantSource.system();

    Warren(Checkout checkout, Map<String, String> environment, Screen screen) {
        this.checkout = checkout;
        this.environment = environment;
        this.screen = screen;
    }

    /** Runs one command and returns its exit code. */
    public static int run(String[] arguments) {
        var out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        var err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        var screen = new Screen(out, err, Ansi.AUTO);
        return commandLine(new Warren(Checkout.current(), System.getenv(), screen), screen)
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }

    static CommandLine commandLine(Warren warren, Screen screen) {
        var posting = new PostingSwitch(warren, screen);
        var all = new CommandLine(warren)
                .addSubcommand(new Pause(posting))
                .addSubcommand(new Resume(posting))
                .addSubcommand(new Ledger(warren, screen))
                .addSubcommand(new Keys(warren, screen));
        return all.setExecutionExceptionHandler((problem, _, _) -> {
            screen.problem(String.valueOf(problem.getMessage()));
            problem.printStackTrace(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
            return 1;
        });
    }

    @Command(name = "up", description = "Starts everything and shows what runs where.", mixinStandardHelpOptions = true)
    int up(
            @Option(names = "--detach", description = "Return when all is ready, and leave it running.") boolean detach,
            @Option(names = "--ephemeral", description = "Throw the data away when the stack stops.") boolean ephemeral,
            @Option(names = "--data-dir", paramLabel = "DIR", description = "Where the servers keep their data.")
                    @Nullable
                    String dataDir,
            @Option(names = "--port-offset", paramLabel = "N", description = "Added to every port, in steps of 100.")
                    @Nullable
                    String portOffset,
            @Option(names = "--only", paramLabel = "SERVICE,...", description = "Start these and what they need.")
                    @Nullable
                    String only)
            throws InterruptedException {
        var resolution = resolve(flags(ephemeral, dataDir, portOffset, only));
        return switch (resolution) {
            case Resolution.Valid(var settings) -> new Up(checkout, screen).run(settings, detach);
            case Resolution.Invalid(var line) -> refuse(line);
        };
    }

    @Command(name = "down", description = "Stops a stack in order.", mixinStandardHelpOptions = true)
    int down(@Option(names = "--port-offset", paramLabel = "N", description = OFFSET) @Nullable Integer portOffset) {
        return choose(portOffset).map(new Down(screen)::run).orElse(1);
    }

    @Command(name = "status", description = "Shows what runs and how it is.", mixinStandardHelpOptions = true)
    int status(
            @Option(names = "--json", description = "As one JSON object.") boolean json,
            @Option(names = "--port-offset", paramLabel = "N", description = OFFSET) @Nullable Integer portOffset) {
        if (json
                && portOffset == null
                && StackDirectory.running(checkout.root()).isEmpty()) {
            return new Status(screen).runNothing();
        }
        return withStack(portOffset, (stack, settings) -> new Status(screen).run(stack, settings, json));
    }

    @Command(name = "logs", description = "Shows what the processes write.", mixinStandardHelpOptions = true)
    int logs(
            @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "Only this one.") @Nullable
                    String service,
            @Option(names = "-f", description = "Go on as more is written.") boolean follow,
            @Option(names = "-n", paramLabel = "LINES", defaultValue = "200", description = "How many lines at first.")
                    int lines,
            @Option(names = "--port-offset", paramLabel = "N", description = OFFSET) @Nullable Integer portOffset) {
        if (service != null && Components.named(service).isEmpty()) {
            return refuse("SERVICE=%s: allowed is one of %s".formatted(service, Components.names()));
        }
        return chooseEvenStopped(portOffset)
                .map(stack -> new Logs(screen).run(stack, Optional.ofNullable(service), follow, lines))
                .orElse(1);
    }

    @Command(
            name = "config",
            description = "Shows the settings in effect and where each comes from.",
            mixinStandardHelpOptions = true)
    int config(
            @Option(names = "--ephemeral") boolean ephemeral,
            @Option(names = "--data-dir", paramLabel = "DIR") @Nullable String dataDir,
            @Option(names = "--port-offset", paramLabel = "N") @Nullable String portOffset,
            @Option(names = "--only", paramLabel = "SERVICE,...") @Nullable String only) {
        return switch (resolve(flags(ephemeral, dataDir, portOffset, only))) {
            case Resolution.Valid(var settings) -> {
                var rows = List.of(Setting.values()).stream()
                        .map(setting -> List.of(
                                setting.name(),
                                settings.shown(setting).text(),
                                settings.shown(setting).source().toString()))
                        .toList();
                screen.table(List.of("SETTING", "VALUE", "FROM"), rows);
                yield 0;
            }
            case Resolution.Invalid(var line) -> refuse(line);
        };
    }

    @Command(
            name = "dev",
            description = "Runs one service in Quarkus' development mode against the running rest.",
            mixinStandardHelpOptions = true)
    int dev(
            @Parameters(paramLabel = "SERVICE", description = "Which one.") String service,
            @Option(
                            names = "--env",
                            description = "Only print the environment, for an IDE; hand the service over until Ctrl-C.")
                    boolean env,
            @Option(names = "--port-offset", paramLabel = "N", description = OFFSET) @Nullable Integer portOffset) {
        var component = Components.named(service).filter(found -> found.isService());
        if (component.isEmpty()) {
            return refuse("SERVICE=%s: allowed is the name of a service".formatted(service));
        }
        return withStack(
                portOffset, (stack, settings) -> new Dev(checkout, screen).run(stack, component.get(), settings, env));
    }

    @Command(
            name = "seed",
            description = "Fills a guild of the local Discord with a month of plausible life.",
            mixinStandardHelpOptions = true)
    int seed(
            @Option(names = "--guild", paramLabel = "NAME", defaultValue = "warren", description = "Whose life.")
                    String guild,
            @Option(names = "--members", paramLabel = "N", defaultValue = "60", description = "How many, 2 to 500.")
                    int members,
            @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "How far back, 1 to 90.")
                    int days,
            @Option(
                            names = "--seed",
                            paramLabel = "WORD",
                            defaultValue = "warren",
                            description = "Another word is another life; the same one changes nothing.")
                    String seed,
            @Option(
                            names = "--until",
                            paramLabel = "TIME",
                            description = "When it ends, as 2026-01-02T03:00:00Z; else with the last full hour.")
                    @Nullable
                    Instant until,
            @Option(names = "--port-offset", paramLabel = "N", description = OFFSET) @Nullable Integer portOffset) {
        var wanted = Seed.Wanted.of(guild, seed, members, days, Optional.ofNullable(until), clock.instant());
        var problem = wanted.problem(clock.instant());
        return problem.isPresent()
                ? refuse(problem.get())
                : withStack(portOffset, (stack, settings) -> new Seed(screen, clock).run(stack, settings, wanted));
    }

    @Command(name = "bench", description = "Runs a benchmark.", mixinStandardHelpOptions = true)
    int bench(
            @Parameters(paramLabel = "NAME", description = "Which one: pipeline or gateway-faults.") String name,
            @Option(names = "--json", description = "One JSON object on the output.") boolean json,
            @Option(names = "--only", paramLabel = "PART", split = ",", description = "Only these parts, as: kills.")
                    @Nullable
                    List<String> only)
            throws IOException, InterruptedException {
        return new Bench(checkout, screen, environment).run(name, json, only == null ? List.of() : only);
    }

    @Command(name = "supervise", hidden = true)
    int supervise(@Option(names = "--follower", paramLabel = "PID") @Nullable Long follower)
            throws IOException, InterruptedException {
        return switch (resolve(Map.of())) {
            case Resolution.Valid(var settings) ->
                Supervision.run(
                        checkout,
                        new StackDirectory(checkout.root(), settings.portOffset()),
                        settings,
                        Optional.ofNullable(follower));
            case Resolution.Invalid(var line) -> refuse(line);
        };
    }

    @Command(name = "train", hidden = true)
    int train() {
        new Training(checkout, clock, (name, text) -> screen.line("  " + name + " " + text)).run();
        return 0;
    }

    @Command(name = "rehearse", hidden = true)
    int rehearse() {
        return resolve(Map.of()) instanceof Resolution.Valid(var settings)
                ? Rehearsal.run(settings, screen)
                : WRONG_SETTING;
    }

    Resolution resolve(Map<Setting, String> flags) {
        return switch (EnvFile.read(checkout.root().resolve(".env"))) {
            case EnvFile.Content.Malformed(var line) -> new Resolution.Invalid(line);
            case EnvFile.Content.Values(var file) -> {
                var resolution = Settings.resolve(flags, environment, file);
                yield resolution instanceof Resolution.Valid(var settings) ? known(settings) : resolution;
            }
        };
    }

    private static Resolution known(Settings settings) {
        return settings.only().stream()
                .filter(name -> Components.named(name).isEmpty())
                .findFirst()
                .<Resolution>map(name -> new Resolution.Invalid(
                        "%s=%s: allowed is one of %s".formatted(Setting.WARREN_ONLY, name, Components.names())))
                .orElseGet(() -> new Resolution.Valid(settings));
    }

    private static Map<Setting, String> flags(
            boolean ephemeral, @Nullable String dataDir, @Nullable String portOffset, @Nullable String only) {
        var flags = new EnumMap<Setting, String>(Setting.class);
        if (ephemeral) {
            flags.put(Setting.WARREN_EPHEMERAL, "true");
        }
        Optional.ofNullable(dataDir).ifPresent(value -> flags.put(Setting.WARREN_DATA_DIR, value));
        Optional.ofNullable(portOffset).ifPresent(value -> flags.put(Setting.WARREN_PORT_OFFSET, value));
        Optional.ofNullable(only).ifPresent(value -> flags.put(Setting.WARREN_ONLY, value));
        return flags;
    }

    private int withStack(@Nullable Integer portOffset, ToIntBiFunction<StackDirectory, Settings> command) {
        return switch (resolve(Map.of())) {
            case Resolution.Valid(var settings) ->
                choose(portOffset)
                        .map(stack -> command.applyAsInt(stack, settings))
                        .orElse(1);
            case Resolution.Invalid(var line) -> refuse(line);
        };
    }

    Optional<StackDirectory> choose(@Nullable Integer portOffset) {
        return new Choice(checkout.root(), screen).running(Optional.ofNullable(portOffset));
    }

    private Optional<StackDirectory> chooseEvenStopped(@Nullable Integer portOffset) {
        return portOffset == null ? choose(null) : Optional.of(new StackDirectory(checkout.root(), portOffset));
    }

    int refuse(String line) {
        screen.problem(line);
        return WRONG_SETTING;
    }
}
