package dev.warren.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.benchmarks.processes.ProcessFamilies;
import dev.warren.local.FreePorts;
import dev.warren.local.ProcessRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A stack with throw-away data on ports of its own. Closing it stops it, and so does the end of this JVM. */
public final class WarrenStack implements AutoCloseable {
    /** The names under which the stack's processes are known. */
    public static final String KAFKA = "kafka";

    public static final String POSTGRESQL = "postgresql";
    public static final String REDIS = "redis";
    public static final String SIMULATOR = "discord-simulator";

    /** The local Discord and the window onto events: tools of development, which no deployment has. */
    private static final Set<String> TOOLS = Set.of(SIMULATOR, "event-viewer");

    private static final String SUPERVISOR = "supervisor";
    private static final int STEP = 100;
    /** All ports are then under those that Linux gives to clients and to who asks for any port. */
    private static final int FIRST_OFFSET = 10_000;

    private static final int LAST_OFFSET = 23_000;
    private static final List<Integer> BASE_PORTS =
            List.of(5432, 6379, 8080, 8081, 8082, 8083, 8084, 8085, 8086, 8087, 8090, 9092);
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STATUS_PATIENCE = Duration.ofSeconds(30);
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;
    private static final JsonMapper JSON = new JsonMapper();

    private final Warren warren;
    private final Path root;
    private final int offset;
    private final double startSeconds;
    private final Map<String, JsonNode> processes;
    private final Thread hook;

    private WarrenStack(
            Warren warren, Path root, int offset, double startSeconds, Map<String, JsonNode> processes, Thread hook) {
        this.warren = warren;
        this.root = root;
        this.offset = offset;
        this.startSeconds = startSeconds;
        this.processes = processes;
        this.hook = hook;
    }

    /**
     * Starts a stack and returns when it is ready.
     *
     * @param only the names of the processes to start; all when empty
     * @throws IOException when it cannot be started; the message is what {@code warren} said last
     */
    public static WarrenStack start(Path root, List<String> only) throws IOException, InterruptedException {
        return start(root, only, Map.of());
    }

    /**
     * Starts a stack as above.
     *
     * @param settings of {@code warren}, by their names, that differ from the usual ones
     */
    public static WarrenStack start(Path root, List<String> only, Map<String, String> settings)
            throws IOException, InterruptedException {
        var warren = new Warren(root, settings);
        var offset = freeOffset(root);
        var hook = new Thread(() -> stopQuietly(warren, offset), "stop-stack");
        Runtime.getRuntime().addShutdownHook(hook);
        var up = new ArrayList<>(List.of("up", "--detach", "--ephemeral", "--port-offset", Integer.toString(offset)));
        if (!only.isEmpty()) {
            up.addAll(List.of("--only", String.join(",", only)));
        }
        var before = System.nanoTime();
        var said = warren.run(START_PATIENCE, up);
        var seconds = (System.nanoTime() - before) / NANOS_PER_SECOND;
        if (said.exitCode() != 0) {
            stop(warren, offset);
            forget(hook);
            throw new IOException("warren up: " + said.lastLine());
        }
        return new WarrenStack(warren, root, offset, seconds, status(warren, offset), hook);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // This JVM ends already: the hook runs, and finds that the stack has stopped.
            return;
        }
    }

    private static int freeOffset(Path root) {
        return IntStream.iterate(FIRST_OFFSET, offset -> offset <= LAST_OFFSET, offset -> offset + STEP)
                .filter(offset -> !Files.exists(supervisorRecord(root, offset)))
                .filter(offset -> BASE_PORTS.stream().allMatch(port -> FreePorts.isFree(port + offset)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no ports are free for a stack"));
    }

    private static Path supervisorRecord(Path root, int offset) {
        return root.resolve(".warren/offset-" + offset + "/processes/" + SUPERVISOR + ".process");
    }

    private static Map<String, JsonNode> status(Warren warren, int offset) throws IOException, InterruptedException {
        var said = warren.run(STATUS_PATIENCE, List.of("status", "--json", "--port-offset", Integer.toString(offset)));
        var processes = new LinkedHashMap<String, JsonNode>();
        for (var process : JSON.readTree(said.output()).path("processes")) {
            processes.put(process.path("name").asText(), process);
        }
        return processes;
    }

    /** From the call of {@code warren up --detach} to its return. */
    public double startSeconds() {
        return startSeconds;
    }

    /** All processes of the stack but those that are filtered out, with the supervisor. */
    public ProcessFamilies families(Predicate<String> wanted) {
        var heads = new LinkedHashMap<String, Long>();
        processes.forEach((name, process) -> heads.put(name, process.path("pid").asLong()));
        ProcessRecord.read(supervisorRecord(root, offset))
                .flatMap(ProcessRecord::find)
                .ifPresent(supervisor -> heads.put(SUPERVISOR, supervisor.pid()));
        return new ProcessFamilies(heads, wanted);
    }

    /** Which processes run under another id than when the stack was ready: they have ended and were started again. */
    public List<String> restarted() throws IOException, InterruptedException {
        var now = status(warren, offset);
        return processes.keySet().stream()
                .filter(name -> Optional.ofNullable(now.get(name))
                        .filter(process -> process.path("pid").equals(pid(name)))
                        .isEmpty())
                .toList();
    }

    private JsonNode pid(String name) {
        return process(name).path("pid");
    }

    private JsonNode process(String name) {
        return Optional.ofNullable(processes.get(name))
                .orElseThrow(() -> new IllegalStateException("the stack has no " + name));
    }

    private String address(String name) {
        return "127.0.0.1:" + process(name).path("port").asInt();
    }

    public String kafka() {
        return address(KAFKA);
    }

    /** The local Discord's control API. */
    public URI control() {
        return URI.create("http://" + address(SIMULATOR) + "/control/v1");
    }

    /** A connection to a database of the stack's PostgreSQL. */
    public Connection database(String name) throws SQLException {
        return running().database(name);
    }

    /** Its processes as they are at any later moment, also those that were started again. */
    public StackProcesses running() {
        return new StackProcesses(root, offset);
    }

    /** Stops the stack; when the thread is interrupted, it is stopped at the end of this JVM. */
    @Override
    public void close() throws IOException {
        try {
            stop(warren, offset);
            forget(hook);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Warren warren, int offset) throws IOException, InterruptedException {
        warren.run(STOP_PATIENCE, List.of("down", "--port-offset", Integer.toString(offset)));
    }

    private static void stopQuietly(Warren warren, int offset) {
        try {
            stop(warren, offset);
        } catch (IOException e) {
            System.err.println("the stack could not be stopped: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a process is of Warren itself or a server that it needs. */
    public static boolean isDeployed(String process) {
        return !TOOLS.contains(process);
    }
}
