package dev.warren.cli.commands;

import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.terminal.Screen;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of the running stacks a command means. */
final class Choice {
    private final Path root;
    private final Screen screen;

    Choice(Path root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    /** The stack with this offset, or the only one; none when that does not name exactly one that runs, which is said. */
    Optional<StackDirectory> running(Optional<Integer> offset) {
        var running = StackDirectory.running(root);
        var meant = running.stream()
                .filter(stack -> offset.isEmpty() || offset.get() == stack.offset())
                .toList();
        if (meant.size() == 1) {
            return Optional.of(meant.getFirst());
        }
        var all =
                running.stream().map(stack -> "--port-offset " + stack.offset()).collect(Collectors.joining(", "));
        if (running.isEmpty()) {
            screen.problem("no stack runs from this checkout: start one with \"warren up\"");
        } else if (meant.isEmpty()) {
            screen.problem("no stack runs with this offset; running: " + all);
        } else {
            screen.problem("several stacks run: say which by one of " + all);
        }
        return Optional.empty();
    }
}
