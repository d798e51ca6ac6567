package dev.warren.cli;

import dev.warren.cli.commands.Warren;

/** Where the command {@code warren} begins. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Warren.run(arguments));
    }
}
