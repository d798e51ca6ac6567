package dev.warren.benchmarks.faults;

import dev.warren.benchmarks.load.Pace;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.simulator.SimulatorOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A bot that knows no limit: it posts as fast as it is answered, and rests when it is refused, for as long as it is told. */
final class HeedlessBot {
    private static final int TOO_MANY = 429;
    private static final int SUCCESS = 200;
    private static final double THOUSAND = 1_000;

    private HeedlessBot() {}

    /** What came of its posts: how much of the limit they used, and how many of a thousand requests were refused with 429. */
    record Result(double usedPercent, double limitedPerThousand) {}

    /** Posts for as long as that, over the channels in turn. */
    static Result post(Scene scene, List<ChannelId> channels, Rate limit, Duration length)
            throws IOException, InterruptedException {
        var pace = Pace.system();
        var passed = new ArrayList<Instant>();
        int requests = 0;
        int limited = 0;
        long end = pace.nanos() + length.toNanos();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (pace.nanos() < end) {
                var request = HttpRequest.newBuilder(address(scene, channels.get(requests % channels.size())))
                        .header("Authorization", "Bot " + SimulatorOptions.LOCAL_TOKEN)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "DiscordBot (https://localhost, 1)")
                        .POST(BodyPublishers.ofString("{\"content\":\"control\"}"))
                        .build();
                var answer = http.send(request, BodyHandlers.ofString());
                requests++;
                if (answer.statusCode() == SUCCESS) {
                    passed.add(Instant.now());
                } else if (answer.statusCode() == TOO_MANY) {
                    limited++;
                    var seconds = new JsonObject(answer.body()).getDouble("retry_after");
                    pace.awaitUntil(pace.nanos()
                            + (long) (seconds * Duration.ofSeconds(1).toNanos()));
                } else {
                    throw new IOException("the control's post was answered " + answer.statusCode());
                }
            }
        }
        return new Result(limit.usedPercent(passed), THOUSAND * limited / requests);
    }

    private static URI address(Scene scene, ChannelId channel) {
        return URI.create("http://127.0.0.1:%d/api/v10/channels/%s/messages"
                .formatted(scene.processes().port(WarrenStack.SIMULATOR), channel));
    }
}
