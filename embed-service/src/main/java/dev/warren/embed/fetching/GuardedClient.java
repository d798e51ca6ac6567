package dev.warren.embed.fetching;

import dev.warren.embed.EmbedConfig;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks one address, and follows nothing by itself. It blocks its thread, within the limit of time. HTTP/1.1 alone is spoken: there the size of
 * a header has a bound.
 */
final class GuardedClient {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int IDLE = 16;
    private static final long IDLE_SECONDS = 5;

    private final EmbedConfig.Fetching config;
    private final Guard guard;
    private final Bodies bodies;
    private final OkHttpClient client;

    GuardedClient(EmbedConfig.Fetching config, Guard guard, Dns names, UnaryOperator<InetSocketAddress> wire) {
        this.config = config;
        this.guard = guard;
        this.bodies = new Bodies(config);
        this.client = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .proxyAuthenticator(Authenticator.NONE)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .followRedirects(false)
                .followSslRedirects(false)
                .dns(new GuardedNames(guard, names))
                .socketFactory(new GuardedSockets(guard, wire))
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(IDLE, IDLE_SECONDS, TimeUnit.SECONDS))
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.timeout())
                .writeTimeout(config.timeout())
                .build();
    }

    /** @param left how long it may take */
    Hop ask(HttpUrl address, FetchRequest request, Map<String, String> headers, Duration left) {
        var rule = guard.refusal(address);
        if (rule.isPresent()) {
            return refused(rule.get());
        }
        if (!left.isPositive()) {
            return failed("timeout");
        }
        var timed = client.newBuilder().callTimeout(left).build();
        try (var response = timed.newCall(request(address, headers)).execute()) {
            return judged(address, request, response);
        } catch (IOException e) {
            return Forbidden.rule(e).map(GuardedClient::refused).orElseGet(() -> failed(reason(e)));
        } catch (IllegalArgumentException e) {
            // a header that is none
            return refused("malformed");
        }
    }

    private Request request(HttpUrl address, Map<String, String> headers) {
        var asked = new Request.Builder().url(address);
        headers.forEach(asked::header);
        return asked.header("User-Agent", config.userAgent())
                .header("Accept-Encoding", "gzip")
                .build();
    }

    private Hop judged(HttpUrl address, FetchRequest request, Response response) throws IOException {
        if (response.headers().byteCount() > config.headerBytes()) {
            return refused("header-size");
        }
        var location = response.header("Location");
        if (REDIRECTS.contains(response.code()) && location != null) {
            var next = address.resolve(location);
            // also what is no address of the web at all
            return next == null ? refused("redirect-target") : new Hop.Onwards(next);
        }
        var headers = new HashMap<String, String>();
        response.headers()
                .forEach(header -> headers.putIfAbsent(header.getFirst().toLowerCase(Locale.ROOT), header.getSecond()));
        return new Hop.End(
                new Fetched.Answer(address.uri(), response.code(), headers, bodies.read(response, request.want())));
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case UnknownHostException _ -> "unknown-host";
            case SSLException _ -> "tls";
            case InterruptedIOException _ -> "timeout";
            default -> "connection";
        };
    }

    static Hop refused(String rule) {
        return new Hop.End(new Fetched.Refused(rule, "refused by the rule " + rule));
    }

    static Hop failed(String reason) {
        return new Hop.End(new Fetched.Failed(reason));
    }
}
