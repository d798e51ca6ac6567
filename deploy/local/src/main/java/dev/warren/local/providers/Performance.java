package dev.warren.local.providers;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Performs an act over a connection. */
final class Performance {
    private final Exchange exchange;
    private final Wire wire;
    private final Runnable beginning;
    private final Semaphore never = new Semaphore(0);

    /** @param beginning told before the first byte leaves */
    Performance(Exchange exchange, Wire wire, Runnable beginning) {
        this.exchange = exchange;
        this.wire = wire;
        this.beginning = beginning;
    }

    void of(Act act) throws IOException, InterruptedException {
        switch (act) {
            case Act.Says(var pieces, var first, var between) -> {
                begin(first);
                for (int i = 0; i < pieces.size(); i++) {
                    if (i > 0) {
                        pass(between);
                    }
                    exchange.piece(wire.says(pieces.get(i)));
                }
                end(false, pieces.size());
            }
            case Act.Refuses(var status, var headers, var body) -> exchange.respond(status, headers, body);
            case Act.BreaksOff(var pieces, var reset) -> {
                begin(Duration.ZERO);
                say(pieces);
                if (reset) {
                    // what was sent is read first, or the reset would take it along
                    pass(Duration.ofMillis(50));
                    exchange.reset();
                } else {
                    exchange.last();
                }
            }
            case Act.Babbles(var pieces) -> {
                begin(Duration.ZERO);
                say(pieces);
                exchange.piece("data: {\"choices\": [oops\n\n");
                exchange.last();
            }
            case Act.WishesFor(var tool, var arguments) -> {
                begin(Duration.ZERO);
                for (var event : wire.wishes(tool, arguments)) {
                    exchange.piece(event);
                }
                end(true, 1);
            }
            case Act.KeepsSilent(var time) -> {
                pass(time);
                exchange.reset();
            }
        }
    }

    private void begin(Duration first) throws IOException, InterruptedException {
        pass(first);
        beginning.run();
        exchange.stream();
        for (var event : wire.begins()) {
            exchange.piece(event);
        }
    }

    private void say(List<String> pieces) throws IOException {
        for (var piece : pieces) {
            exchange.piece(wire.says(piece));
        }
    }

    private void end(boolean wish, int words) throws IOException {
        for (var event : wire.ends(wish, words)) {
            exchange.piece(event);
        }
        exchange.last();
    }

    private void pass(Duration time) throws InterruptedException {
        if (time.isPositive() && never.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("nobody gives a permit");
        }
    }
}
