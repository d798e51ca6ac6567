package dev.warren.gateway.connection;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that a connection told its listeners. */
final class Heard {
    final List<GatewayDispatch> dispatches = new CopyOnWriteArrayList<>();
    final List<ConnectionState> states = new CopyOnWriteArrayList<>();

    <S extends ConnectionState> S awaitState(Class<S> kind) {
        return awaitState(kind, 1);
    }

    <S extends ConnectionState> S awaitState(Class<S> kind, int times) {
        await("state " + kind.getSimpleName())
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> all(kind).size() >= times);
        return all(kind).get(times - 1);
    }

    <S extends ConnectionState> List<S> all(Class<S> kind) {
        return states.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<GatewayDispatch> ofType(String type) {
        return dispatches.stream().filter(one -> one.type().equals(type)).toList();
    }

    void awaitType(String type, int times) {
        await("dispatches of " + type)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> ofType(type).size() >= times);
    }
}
