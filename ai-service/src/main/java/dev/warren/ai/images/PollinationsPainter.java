package dev.warren.ai.images;

import dev.warren.ai.web.Http;
import dev.warren.ai.web.Json;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.http.HttpRequest;

/** Pollinations. Source: its API's document, {@code GET /prompt/{prompt}}: the picture itself in the answer. */
final class PollinationsPainter implements Painter {
    private final Http http;
    private final ImageConfig.Provider provider;
    private final int most;

    PollinationsPainter(Http http, ImageConfig.Provider provider, int most) {
        this.http = http;
        this.provider = provider;
        this.most = most;
    }

    @Override
    public Uni<Painted> paint(Order order) {
        var address = "%s/prompt/%s?width=%d&height=%d&seed=%d&nologo=true&private=true&safe=true"
                .formatted(
                        provider.url(),
                        Json.encode(order.whole()),
                        order.shape().width(),
                        order.shape().height(),
                        order.seed());
        var model = provider.model().map(name -> "&model=" + Json.encode(name)).orElse("");
        var request = HttpRequest.newBuilder(URI.create(address + model)).GET();
        provider.key().ifPresent(key -> request.header("authorization", "Bearer " + key));
        return http.ask(request, provider.patience(), most).map(Painter::failed);
    }
}
