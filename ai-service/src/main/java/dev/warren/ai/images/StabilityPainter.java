package dev.warren.ai.images;

import dev.warren.ai.web.Http;
import dev.warren.ai.web.Json;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.http.HttpRequest;

/**
 * Stability's "Stable Image Core". Source: Stability's API reference, {@code POST /v2beta/stable-image/generate/core}: a form, the
 * picture itself in the answer; a prompt that its filter does not take is answered with 403 and {@code content_moderation}.
 */
final class StabilityPainter implements Painter {
    private final Http http;
    private final ImageConfig.Provider provider;
    private final int most;

    StabilityPainter(Http http, ImageConfig.Provider provider, int most) {
        this.http = http;
        this.provider = provider;
        this.most = most;
    }

    @Override
    public Uni<Painted> paint(Order order) {
        var form = new Form()
                .field("prompt", order.whole())
                .field("aspect_ratio", order.shape().ratio())
                .field("seed", String.valueOf(order.seed()))
                .field("output_format", "png");
        order.style().flatMap(Style::preset).ifPresent(preset -> form.field("style_preset", preset));
        var request = HttpRequest.newBuilder(URI.create(provider.url() + "/v2beta/stable-image/generate/core"))
                .header("accept", "image/*")
                .header("content-type", form.contentType())
                .POST(form.body());
        provider.key().ifPresent(key -> request.header("authorization", "Bearer " + key));
        return http.ask(request, provider.patience(), most)
                .map(answer -> answer instanceof Http.Answer.Status(int status, var body, var _)
                                && status == 403
                                && Json.read(body).path("name").asText("").equals("content_moderation")
                        ? new Painted.Rejected()
                        : Painter.failed(answer));
    }
}
