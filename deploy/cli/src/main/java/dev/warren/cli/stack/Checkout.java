package dev.warren.cli.stack;

import java.nio.file.Path;

/**
 * Where the build puts what is run.
 *
 * @param root the folder with the parent POM
 */
public record Checkout(Path root) {
    public Checkout {
        root = root.toAbsolutePath().normalize();
    }

    /** The checkout that {@code warren} was called in: the property {@code warren.root}, which the script sets. */
    public static Checkout current() {
        return new Checkout(Path.of(System.getProperty("warren.root", ".")));
    }

    public Path serviceFolder(Component service) {
        return root.resolve(service.name()).resolve("target/quarkus-app");
    }

    public Path serviceJar(Component service) {
        return serviceFolder(service).resolve("quarkus-run.jar");
    }

    public Path cliFolder() {
        return root.resolve("deploy/cli/target");
    }

    public Path simulatorJar() {
        return root.resolve("deploy/discord-simulator/target");
    }

    public Path benchmarksFolder() {
        return root.resolve("deploy/benchmarks/target");
    }
}
