package dev.warren.cli.commands;

import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.supervise.Event.Kind;
import dev.warren.cli.supervise.Follower;
import dev.warren.cli.terminal.Screen;

/** {@code warren down}: asks the supervisor to stop its stack, and waits until all is gone. */
final class Down {
    private final Screen screen;

    Down(Screen screen) {
        this.screen = screen;
    }

    int run(StackDirectory stack) {
        var supervisor = stack.supervisor();
        if (supervisor.isEmpty()) {
            screen.line("It has stopped already.");
            return 0;
        }
        supervisor.get().destroy();
        new Follower(stack.events(), supervisor.get()).follow(event -> {
            if (event.kind() == Kind.STOPPED) {
                screen.line(event.subject() + " " + event.text());
            }
            return true;
        });
        screen.line("The stack with port offset " + stack.offset() + " is stopped.");
        return 0;
    }
}
