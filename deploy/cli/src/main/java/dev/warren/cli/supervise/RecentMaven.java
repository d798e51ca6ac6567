package dev.warren.cli.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A Maven of 3.9 or newer, which Quarkus' development mode insists on. Where the system's is older, a newer one is taken from where Maven
 * takes everything else, once, and kept in the checkout's {@code .warren}.
 */
final class RecentMaven {
    static final String VERSION = "3.9.12";

    private static final Pattern TOLD = Pattern.compile("Apache Maven (\\d{1,3})\\.(\\d{1,3})\\D");
    private static final int MAJOR = 3;
    private static final int MINOR = 9;

    private final Path folder;
    private final String system;
    private final String javaHome;
    private final Consumer<String> note;

    /**
     * @param root the checkout
     * @param system the system's Maven, a command or a path
     * @param note is told, in a sentence, when one has to be fetched
     */
    RecentMaven(Path root, String system, String javaHome, Consumer<String> note) {
        this.folder = root.resolve(".warren").resolve("maven");
        this.system = system;
        this.javaHome = javaHome;
        this.note = note;
    }

    /** How the line begins that calls it; none, after the reason was told, when there is none to be had. */
    Optional<List<String>> command() throws InterruptedException {
        if (isRecent(output(List.of(system, "--version")).text())) {
            return Optional.of(List.of(system));
        }
        var kept = folder.resolve("apache-maven-" + VERSION).resolve("bin").resolve("mvn");
        if (!Files.exists(kept) && !fetch(kept)) {
            return Optional.empty();
        }
        return Optional.of(List.of("/bin/sh", kept.toString()));
    }

    static boolean isRecent(String version) {
        var told = TOLD.matcher(version);
        if (!told.find()) {
            return false;
        }
        int major = Integer.parseInt(told.group(1));
        return major > MAJOR || major == MAJOR && Integer.parseInt(told.group(2)) >= MINOR;
    }

    private boolean fetch(Path wanted) throws InterruptedException {
        note.accept("development mode needs Maven 3.9 or newer; fetching " + VERSION + " into .warren, once");
        var fetched = output(List.of(
                system,
                "-B",
                "-q",
                "dependency:unpack",
                "-Dartifact=org.apache.maven:apache-maven:" + VERSION + ":tar.gz:bin",
                "-DoutputDirectory=" + folder));
        if (fetched.exitCode() == 0 && Files.exists(wanted)) {
            return true;
        }
        note.accept("it could not be fetched: install Maven 3.9 or newer, or set MAVEN to its mvn. "
                + fetched.text()
                        .lines()
                        .filter(line -> line.startsWith("[ERROR]"))
                        .findFirst()
                        .orElse(""));
        return false;
    }

    private record Output(int exitCode, String text) {}

    private Output output(List<String> command) throws InterruptedException {
        try {
            var builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", javaHome);
            // no project of Warren's is meant
            Files.createDirectories(folder);
            builder.directory(folder.toFile());
            var process = builder.start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no Maven found: install it (Debian: apt-get install maven), or set MAVEN to its mvn", e);
        }
    }
}
