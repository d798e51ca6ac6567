package dev.warren.gateway.commands;

import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.InvalidRequests;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Discord's REST interface in memory: each path has one answer, and what has none is not found. */
public final class FakeRest implements DiscordRest {
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<RestRequest> requests = new ArrayList<>();

    /** From now on this path, query included, answers so. */
    public void answers(String path, String json) {
        answers.put(path, json);
    }

    public synchronized List<RestRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized Future<RestOutcome> send(RestRequest request) {
        requests.add(request);
        var query = request.query().stream()
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .toList();
        var path = request.target().path() + (query.isEmpty() ? "" : "?" + String.join("&", query));
        var answer = answers.get(path);
        return Future.succeededFuture(
                answer == null
                        ? new RestOutcome.Refused(404, 10_013, "Unknown User")
                        : new RestOutcome.Posted(200, Buffer.buffer(answer)));
    }

    @Override
    public InvalidRequests invalidRequests() {
        return new InvalidRequests() {
            @Override
            public int inLastTenMinutes() {
                return 0;
            }

            @Override
            public int stoppedCauses() {
                return 0;
            }
        };
    }

    @Override
    public int waiting() {
        return 0;
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }
}
