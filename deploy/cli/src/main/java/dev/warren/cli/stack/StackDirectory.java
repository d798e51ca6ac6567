package dev.warren.cli.stack;

import dev.warren.cli.settings.Settings;
import dev.warren.local.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folder in which one stack keeps its state: {@code .warren/offset-N} of the checkout.
 *
 * @param root the checkout
 * @param offset what is added to every port, which also names the stack
 */
public record StackDirectory(Path root, int offset) {
    private static final String PREFIX = "offset-";
    private static final String RECORD = ".process";

    /** The name under which the supervisor is recorded. */
    public static final String SUPERVISOR = "supervisor";

    public StackDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public Path path() {
        return root.resolve(".warren").resolve(PREFIX + offset);
    }

    public Path logs() {
        return path().resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** What the supervisor has told, for whoever follows it. */
    public Path events() {
        return path().resolve("events.jsonl");
    }

    public Path state() {
        return path().resolve("state.json");
    }

    public Path lock() {
        return path().resolve("supervisor.lock");
    }

    public Path lastingData() {
        return path().resolve("data");
    }

    public Path ephemeralData() {
        return path().resolve("ephemeral");
    }

    /** Where services keep what must live as long as their databases: those of an existing server outlive the stack. */
    public Path data(Settings settings) {
        var passing =
                settings.databaseServer().isEmpty() && (settings.ephemeral() || Files.isDirectory(ephemeralData()));
        return passing
                ? ephemeralData()
                : settings.dataDirectory().orElseGet(this::lastingData).toAbsolutePath();
    }

    /** Where the local Discord keeps its certificate. */
    public Path discordFolder() {
        return path().resolve("discord");
    }

    /** The certificate that the gateway is to trust, as the local Discord writes it. */
    public Path trustStore() {
        return discordFolder().resolve("discord-trust.p12");
    }

    /** While this file exists, the supervisor leaves the process to somebody else. */
    public Path handedOver(String name) {
        return path().resolve(name + ".handed-over");
    }

    public Path processRecord(String name) {
        return path().resolve("processes").resolve(name + RECORD);
    }

    /** What a process of this stack has in its command line and no other process has. */
    public String marker(String name) {
        return "-Dstack.process=" + path().resolve(name);
    }

    /** The supervisor, if it runs. */
    public Optional<ProcessHandle> supervisor() {
        return ProcessRecord.read(processRecord(SUPERVISOR)).flatMap(ProcessRecord::find);
    }

    /** All recorded processes but the supervisor, whether they still run or not. */
    public List<ProcessRecord> processes() {
        var records = new ArrayList<ProcessRecord>();
        var folder = path().resolve("processes");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "*" + RECORD)) {
            files.forEach(file -> ProcessRecord.read(file).ifPresent(records::add));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        records.removeIf(process -> process.name().equals(SUPERVISOR));
        return List.copyOf(records);
    }

    /** The stacks of a checkout whose supervisor runs, by offset. */
    public static List<StackDirectory> running(Path root) {
        var folder = root.resolve(".warren");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var folders = Files.list(folder)) {
            return folders.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.matches(PREFIX + "\\d+"))
                    .map(name -> new StackDirectory(root, Integer.parseInt(name.substring(PREFIX.length()))))
                    .filter(stack -> stack.supervisor().isPresent())
                    .sorted(Comparator.comparingInt(StackDirectory::offset))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }
}
