package dev.warren.embed.sites;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.warren.embed.fetching.FetchRequest;
import dev.warren.embed.fetching.Fetched;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Locale;

/** The same sites behind a real HTTP server on loopback. Its fetcher goes there for whatever address; a header names the meant one. */
public final class LoopbackSites implements Fetcher, AutoCloseable {
    private static final String MEANT = "x-meant";
    private static final int NO_BODY = -1;

    private final Sites sites;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public LoopbackSites(Sites sites) {
        this.sites = sites;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    /** Where a feed of this server is, for those who really go there. */
    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            var meant = headers.get(MEANT);
            var page = sites.visit(
                    meant == null ? URI.create(address(exchange.getRequestURI().toString())) : URI.create(meant),
                    headers);
            page.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(page.status(), page.body().length == 0 ? NO_BODY : page.body().length);
            if (page.body().length > 0) {
                exchange.getResponseBody().write(page.body());
            }
        }
    }

    @Override
    public Uni<Fetched> get(FetchRequest request) {
        var address = request.address();
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var asked = HttpRequest.newBuilder(
                        URI.create(address("/" + address.getRawPath().replaceFirst("^/", "") + query)))
                .header(MEANT, address.toString());
        request.headers().forEach(asked::header);
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(asked.build(), BodyHandlers.ofByteArray()))
                .map(response -> answer(address, response));
    }

    private static Fetched answer(URI address, HttpResponse<byte[]> response) {
        var headers = new HashMap<String, String>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Fetched.Answer(address, response.statusCode(), headers, response.body());
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
