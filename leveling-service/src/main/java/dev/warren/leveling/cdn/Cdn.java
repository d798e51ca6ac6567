package dev.warren.leveling.cdn;

import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Fetches from Discord's CDN and from nowhere else: redirects are not followed, and addresses that lie elsewhere are refused. Results
 * come on a thread of the client.
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

    /** What became of the wish for a file. */
    public sealed interface Fetched {
        record Bytes(byte[] bytes) implements Fetched {}

        /** The address lies elsewhere, and was not asked. */
        record Elsewhere() implements Fetched {}

        /** @param most bytes that are read */
        record TooLarge(int most) implements Fetched {}

        /** It is not there any more, or did not come in time. */
        record Gone() implements Fetched {}
    }

    /** A file that a member attached, by the address that Discord gave. */
    public Uni<Fetched> file(String url) {
        var address = onCdn(url);
        if (address.isEmpty()) {
            return Uni.createFrom().item(new Fetched.Elsewhere());
        }
        return Uni.createFrom()
                .completionStage(() -> fetch(address.get(), config.filePatience(), config.fileBytes()))
                .map(response -> response.statusCode() == 200
                        ? new Fetched.Bytes(response.body())
                        : (Fetched) new Fetched.Gone())
                .onFailure()
                .recoverWithItem(
                        failure -> isTooLarge(failure) ? new Fetched.TooLarge(config.fileBytes()) : new Fetched.Gone());
    }

    private Optional<URI> onCdn(String url) {
        try {
            var address = new URI(url).normalize();
            var base = config.url();
            boolean same = base.getScheme().equals(address.getScheme())
                    && base.getHost().equals(address.getHost())
                    && base.getPort() == address.getPort()
                    && address.getUserInfo() == null
                    && address.getPath().startsWith(config.url().getPath() + "/");
            return same ? Optional.of(address) : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
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

    private static boolean isTooLarge(Throwable failure) {
        var cause = failure instanceof java.util.concurrent.CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("exceeds");
    }
}
