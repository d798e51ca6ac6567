package dev.warren.benchmarks.embed;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A site on this machine with a page at every path. */
final class LinkSite implements AutoCloseable {
    private static final int BACKLOG = 1_000;

    private final HttpServer server;
    private final AtomicLong asked = new AtomicLong();

    LinkSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            var page = """
                    <html><head><meta property="og:title" content="Page %s"><meta property="og:description" content="%s">\
                    </head><body>%s</body></html>""".formatted(
                            exchange.getRequestURI().getPath(), "words ".repeat(30), "<p>more words</p>".repeat(500))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    String link(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    /** How often a page was asked for. */
    long asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
