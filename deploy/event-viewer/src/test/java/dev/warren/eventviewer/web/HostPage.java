package dev.warren.eventviewer.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;

/** A page of another address that shows the panel, as the local Discord does: by dynamic import, and by what the module says. */
final class HostPage implements AutoCloseable {
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
            <style>
            :root { --bg: #fff; --bg-raised: #f4f4f6; --bg-hover: #e8e9ed; --fg: #1d1f23; --fg-muted: #54585f; --accent: #4752c4;
              --border: #d3d6db; --danger: #b3261e; --ok: #1a7f43; --warn: #8a5a00; --code-bg: #eeeff2; --font: sans-serif; --mono: monospace }
            @media (prefers-color-scheme: dark) { :root { --bg: #1e1f22; --bg-raised: #2b2d31; --bg-hover: #35373c; --fg: #f2f3f5;
              --fg-muted: #b5bac1; --accent: #98a2ff; --border: #45484f; --danger: #ff8f8a; --ok: #5bd08a; --warn: #f0b949; --code-bg: #17181a } }
            body { margin: 0; background: var(--bg); color: var(--fg); font-family: var(--font) }
            main { padding: 8px }
            </style></head><body><main><h1>A host of the panel</h1></main><script type="module">
            const panel = (await import("%s")).default;
            document.title = panel.title;
            const asked = new URLSearchParams(location.search);
            const element = document.createElement(asked.has("message-id") ? panel.messageElement : panel.pageElement);
            for (const [name, value] of asked) element.setAttribute(name, value);
            document.querySelector("main").append(element);
            </script></body></html>
            """;

    private final Vertx vertx;
    private final HttpServer server;

    private HostPage(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    static HostPage of(URI viewer) {
        var vertx = Vertx.vertx();
        var page = PAGE.formatted(viewer + "/panel.js");
        var server = vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .end(page));
        return new HostPage(
                vertx,
                server.listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join());
    }

    String address(String query) {
        return "http://localhost:" + server.actualPort() + "/" + query;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
