package dev.warren.runtime.attachments;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.OnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Fetches files from Discord's CDN and from nowhere else: redirects are not followed, and addresses that lie elsewhere are not asked. */
@ApplicationScoped
public class Attachments {
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    private final URI base;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Attachments(RuntimeConfig config) {
        this.base = config.attachments().url();
        this.patience = config.attachments().patience();
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

    /**
     * The file of an option. What came of it comes on the context of the caller.
     *
     * @param url the option's value, as Discord gave it
     * @param most bytes that are read
     */
    public Uni<Fetched> fetch(String url, int most) {
        var address = onCdn(url);
        if (address.isEmpty()) {
            return Uni.createFrom().item(new Fetched.Elsewhere());
        }
        return Uni.createFrom()
                .completionStage(() -> send(address.get(), most))
                .map(response -> response.statusCode() == 200
                        ? new Fetched.Bytes(response.body())
                        : (Fetched) new Fetched.Gone())
                .onFailure()
                .recoverWithItem(failure -> isTooLarge(failure) ? new Fetched.TooLarge(most) : new Fetched.Gone())
                .emitOn(OnContext.executor());
    }

    private Optional<URI> onCdn(String url) {
        try {
            var address = new URI(url).normalize();
            boolean same = base.getScheme().equals(address.getScheme())
                    && base.getHost().equals(address.getHost())
                    && base.getPort() == address.getPort()
                    && address.getUserInfo() == null
                    && address.getPath().startsWith(base.getPath() + "/");
            return same ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> send(URI address, int most) {
        var request = HttpRequest.newBuilder(address).timeout(patience).GET().build();
        return client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most))
                // the request's own timeout ends with the headers
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean isTooLarge(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("exceeds");
    }
}
