package dev.warren.cli.supervise;

import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Components;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of each Java program that {@code warren} starts. */
final class JavaCommands {
    private static final String JAR = "warren-cli.jar";
    private static final String MAIN_CLASS = "dev.warren.cli.Main";
    private static final String KAFKA_CLASS = "dev.warren.local.KafkaMain";
    private static final String SIMULATOR_CLASS = "dev.warren.simulator.Main";
    private static final String VIEWER_CLASS = "dev.warren.eventviewer.Main";

    /**
     * Classes and compiled code that are loaded for the first time are no garbage: with the usual sizes the JVM collects everything, for
     * some 200 ms each time, because they have grown. Only address space is reserved.
     */
    private static final List<String> NO_NEEDLESS_COLLECTIONS =
            List.of("-XX:MetaspaceSize=160m", "-XX:ReservedCodeCacheSize=240m");

    private JavaCommands() {}

    static JavaCommand kafka(Checkout checkout, int port, Path data) {
        return new JavaCommand(
                List.of("-Xms32m", "-Xmx192m"),
                List.of("-cp", jar(checkout), KAFKA_CLASS, Integer.toString(port), data.toString()),
                cache(checkout, "kafka"));
    }

    /** It keeps as many messages as its heap holds. */
    static JavaCommand simulator(Checkout checkout, String heap) {
        return new JavaCommand(
                List.of("-Xms32m", "-Xmx" + heap, "-Dwarren.root=" + checkout.root()),
                List.of("-cp", jar(checkout), SIMULATOR_CLASS),
                cache(checkout, "simulator"));
    }

    /** Only the first compiler: it reads no more than a brook, and is there for somebody who looks now and then. */
    static JavaCommand viewer(Checkout checkout) {
        return new JavaCommand(
                List.of("-XX:TieredStopAtLevel=1", "-Xms24m", "-Xmx80m", "-Xss512k"),
                List.of("-cp", jar(checkout), VIEWER_CLASS),
                cache(checkout, Components.VIEWER));
    }

    static JavaCommand service(Checkout checkout, Component service, String heap, List<String> more) {
        var flags = new ArrayList<>(List.of("-Xms48m", "-Xmx" + heap, "-Xss512k"));
        flags.addAll(NO_NEEDLESS_COLLECTIONS);
        flags.addAll(more);
        return new JavaCommand(
                flags,
                List.of("-jar", checkout.serviceJar(service).toString()),
                new Cache(
                        checkout.serviceFolder(service).resolve("app.aot"), List.of(checkout.serviceFolder(service))));
    }

    /** A run that loads what the supervisor and the commands will need. */
    static JavaCommand trainedCli(Checkout checkout) {
        return supervisorJvm(checkout, List.of("-cp", jar(checkout), MAIN_CLASS, "rehearse"));
    }

    static JavaCommand supervisor(Checkout checkout, List<String> arguments) {
        var target = new ArrayList<>(List.of("-cp", jar(checkout), MAIN_CLASS, "supervise"));
        target.addAll(arguments);
        return supervisorJvm(checkout, target);
    }

    /** It needs little, but for the moment in which PostgreSQL is unpacked for the first time. */
    private static JavaCommand supervisorJvm(Checkout checkout, List<String> target) {
        return new JavaCommand(
                List.of("-XX:TieredStopAtLevel=1", "-Xms16m", "-Xmx224m", "-Dwarren.root=" + checkout.root()),
                target,
                cache(checkout, "warren"));
    }

    static boolean hasSimulator(Checkout checkout) {
        return hasLibrary(checkout, "discord-simulator");
    }

    static boolean hasViewer(Checkout checkout) {
        return hasLibrary(checkout, Components.VIEWER);
    }

    private static boolean hasLibrary(Checkout checkout, String name) {
        var lib = checkout.cliFolder().resolve("lib");
        try (var jars = Files.newDirectoryStream(lib, name + "-*.jar")) {
            return jars.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    private static String jar(Checkout checkout) {
        return checkout.cliFolder().resolve(JAR).toString();
    }

    private static Cache cache(Checkout checkout, String name) {
        var folder = checkout.cliFolder();
        return new Cache(
                folder.resolve("aot").resolve(name + ".aot"), List.of(folder.resolve(JAR), folder.resolve("lib")));
    }
}
