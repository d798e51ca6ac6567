package dev.warren.simulator.control;

import dev.warren.simulator.faults.Fault;
import dev.warren.simulator.faults.FaultKind;
import dev.warren.simulator.faults.Faults;
import dev.warren.simulator.gateway.Gateway;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Faults are asked for, listed and taken back. */
final class FaultControl {
    private static final long MAX_COUNT = 1_000_000;
    private static final long MAX_MILLIS = 3_600_000;
    private final Faults faults;
    private final Gateway gateway;

    FaultControl(Faults faults, Gateway gateway) {
        this.faults = faults;
        this.gateway = gateway;
    }

    void addTo(ControlApi api) {
        api.post("/faults", this::add);
        api.get("/faults", input -> Reply.ok(faults.json()));
        api.delete("/faults", input -> {
            faults.clear();
            gateway.forgetPendingCloses();
            return Reply.NOTHING;
        });
    }

    private Reply add(Input input) {
        String name = input.text("kind", 40);
        FaultKind kind = FaultKind.named(name)
                .orElseThrow(() -> BadInput.field(
                        "kind",
                        "one of "
                                + Arrays.stream(FaultKind.values())
                                        .map(FaultKind::wireName)
                                        .toList(),
                        name));
        Optional<Duration> time = input.optionalNumber("millis", 0, MAX_MILLIS).map(Duration::ofMillis);
        Optional<String> route = input.optionalText("route", 200);
        if (route.isPresent() && !kind.rest()) {
            throw BadInput.field("route", "absent, since the fault is of the gateway", route.get());
        }
        Optional<Long> count = input.optionalNumber("count", 1, MAX_COUNT);
        int every = input.optionalNumber("every", 1, MAX_COUNT).orElse(1L).intValue();
        Duration after = time.orElse(Duration.ZERO);
        switch (kind) {
            case CLOSE_GATEWAY -> gateway.closeAll(count.orElse(1L), after);
            case RECONNECT -> gateway.askToReconnect(after);
            case INVALID_SESSION -> {
                gateway.invalidateAll(after);
                count.filter(it -> it > 1).ifPresent(it -> remember(new Fault(kind, it - 1, time, route, every)));
            }
            case DELAY, NO_NONCE_DEDUPE ->
                remember(new Fault(kind, count.orElse((long) Integer.MAX_VALUE), time, route, every));
            case LOST_HEARTBEAT_ACK, REST_429, REST_500, REST_RESET_AFTER_ACCEPT ->
                remember(new Fault(kind, count.orElse(1L), time, route, every));
        }
        return Reply.created(new JsonObject().put("kind", name));
    }

    private void remember(Fault fault) {
        if (!faults.add(fault)) {
            throw BadInput.with(409, new JsonObject().put("message", "there are too many faults already; delete them"));
        }
    }
}
