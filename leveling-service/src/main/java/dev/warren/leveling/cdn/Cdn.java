package dev.warren.leveling.cdn;

import dev.warren.schemas.ids.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Fetches avatars from Discord's CDN and from nowhere else: redirects are not followed. Results come on a thread of the client.
 */
@ApplicationScoped
public class Cdn {
    private static final String HASH = "[0-9A-Za-z_]{1,64}";
    private static final int AVATAR_PIXELS = 256;
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    private final CdnConfig config;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Cdn(CdnConfig config) {
        this.config = config;
    }

    /**
     * A member's avatar as PNG; a failure when it does not come in time, is too large, or is not there.
     *
     * @param hash as Discord gave it
     */
    public CompletableFuture<byte[]> avatar(UserId member, String hash) {
        if (!hash.matches(HASH)) {
            return CompletableFuture.failedFuture(new IllegalArgumentException("hash must be letters and digits"));
        }
        var address = URI.create(base() + "/avatars/" + member + "/" + hash + ".png?size=" + AVATAR_PIXELS);
        return fetch(address, config.avatarPatience(), config.avatarBytes()).thenApply(response -> {
            if (response.statusCode() != 200) {
                throw new IllegalStateException("avatar was answered with " + response.statusCode());
            }
            return response.body();
        });
    }

    private String base() {
        var url = config.url().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private CompletableFuture<HttpResponse<byte[]>> fetch(URI address, Duration patience, int most) {
        var request = HttpRequest.newBuilder(address).timeout(patience).GET().build();
        return client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most))
                // the request's own timeout ends with the headers
                .orTimeout(patience.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    }
}
