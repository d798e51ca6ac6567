package dev.warren.ai.images;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.ai.web.Http;
import dev.warren.ai.web.Json;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Endpoints that draw later, as Arta's does: {@code POST /api/v1/text2image} gives a {@code record_id}, and
 * {@code GET /api/v1/text2image/{record_id}/status} says how far it is, and where the picture lies in the end.
 */
final class ArtaPainter implements Painter {
    private static final int MOST_JSON = 65_536;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final String PATH = "/api/v1/text2image";

    private final Http http;
    private final ImageConfig.Provider provider;
    private final int most;
    private final InstantSource clock;

    ArtaPainter(Http http, ImageConfig.Provider provider, int most, InstantSource clock) {
        this.http = http;
        this.provider = provider;
        this.most = most;
        this.clock = clock;
    }

    @Override
    public Uni<Painted> paint(Order order) {
        var deadline = clock.instant().plus(provider.patience());
        var form = new Form()
                .field("prompt", order.whole())
                .field("negative_prompt", "")
                .field("style", provider.model().orElse("Flux"))
                .field("images_num", "1")
                .field("aspect_ratio", order.shape().ratio())
                .field("seed", String.valueOf(order.seed()));
        var request = HttpRequest.newBuilder(URI.create(provider.url() + PATH))
                .header("content-type", form.contentType())
                .POST(form.body());
        return ask(request).chain(answer -> {
            if (!(answer instanceof Http.Answer.Fine fine)) {
                return Uni.createFrom().item(Painter.failed(answer));
            }
            var id = Json.read(fine.body()).path("record_id").asText("");
            return id.matches("[0-9A-Za-z_-]{1,100}") ? await(id, deadline) : failed("it named no record");
        });
    }

    private Uni<Painted> await(String id, Instant deadline) {
        if (!clock.instant().isBefore(deadline)) {
            return failed("it did not draw within " + provider.patience().toSeconds() + " s");
        }
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(provider.look())
                .chain(() -> ask(HttpRequest.newBuilder(URI.create(provider.url() + PATH + "/" + id + "/status"))
                        .GET()))
                .chain(answer -> answer instanceof Http.Answer.Fine fine
                        ? look(id, deadline, Json.read(fine.body()))
                        : Uni.createFrom().item(Painter.failed(answer)));
    }

    private Uni<Painted> look(String id, Instant deadline, JsonNode record) {
        return switch (record.path("status").asText("")) {
            case "DONE" -> fetch(record.path("response").path(0).path("url").asText(""));
            case "IN_QUEUE", "IN_PROGRESS", "PENDING" -> await(id, deadline);
            default -> failed("it gave the record up");
        };
    }

    /** From the provider's own host alone: an address in an answer is not to lead anywhere else. */
    private Uni<Painted> fetch(String url) {
        if (!url.matches("https?://\\S{1,2000}")) {
            return failed("it named no picture");
        }
        var address = URI.create(url);
        var own = provider.url().getHost();
        boolean near = address.getHost() != null
                && (address.getHost().equals(own) || address.getHost().endsWith("." + domain(own)));
        return near
                ? http.ask(HttpRequest.newBuilder(address).GET(), provider.patience(), most)
                        .map(Painter::failed)
                : failed("its picture lies on another host");
    }

    /** Without its first label, so that pictures may lie beside the service; an address of numbers has no such part. */
    private static String domain(String host) {
        int dot = host.indexOf('.');
        return dot < 0 || host.indexOf('.', dot + 1) < 0 || host.matches("[0-9.]+") ? host : host.substring(dot + 1);
    }

    private Uni<Http.Answer> ask(HttpRequest.Builder request) {
        provider.key().ifPresent(key -> request.header("authorization", key));
        var patience = provider.patience().compareTo(LONGEST_ANSWER) < 0 ? provider.patience() : LONGEST_ANSWER;
        return http.ask(request, patience, MOST_JSON);
    }

    private static Uni<Painted> failed(String reason) {
        return Uni.createFrom().item(new Painted.Failed(reason));
    }
}
