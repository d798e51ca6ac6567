package dev.warren.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where Discord's OpenAPI document lies. */
final class DocumentFile {
    private static final String PROPERTY = "warren.discord.openapi";
    private static final String VARIABLE = "WARREN_DISCORD_OPENAPI";
    private static final String BESIDE_ROOT = "../shared/discord/openapi.json";

    private DocumentFile() {}

    /** The file that property or variable name, else the one beside the project's root; empty when there is none. */
    static Optional<Path> find() {
        Optional<String> named = Optional.ofNullable(System.getProperty(PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)));
        Path file =
                named.map(Path::of).orElseGet(() -> root().resolve(BESIDE_ROOT).normalize());
        return Files.isReadable(file) ? Optional.of(file) : Optional.empty();
    }

    private static Path root() {
        String named = System.getProperty("warren.root");
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        for (Path each = folder; each != null; each = each.getParent()) {
            if (Files.exists(each.resolve("deploy/discord-simulator/pom.xml"))) {
                return each;
            }
        }
        return folder;
    }
}
