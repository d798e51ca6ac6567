package dev.warren.embed.fetching;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** A site on this machine that does whatever harm its paths name. */
final class HostileSite implements AutoCloseable {
    static final String PAGE = "<html><head><title>Fine</title></head></html>";
    private static final int MEBIBYTE = 1 << 20;
    private static final Duration DRIBBLE = Duration.ofMillis(20);

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    HostileSite(ServerSocket server) {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    static HostileSite open() throws IOException {
        return new HostileSite(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
    }

    int port() {
        return server.getLocalPort();
    }

    /** The heads of the requests. */
    List<String> asked() {
        return asked;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException end) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            var head = new StringBuilder();
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            asked.add(head.toString());
            var path = head.toString().split(" ", 3)[1];
            answer(path, client.getOutputStream());
        } catch (IOException | ArrayIndexOutOfBoundsException gone) {
            // the client had enough
        }
    }

    private void answer(String path, OutputStream out) throws IOException {
        int query = path.indexOf("?to=");
        switch (path.substring(0, path.indexOf('?') < 0 ? path.length() : path.indexOf('?'))) {
            case "/to" -> say(out, "HTTP/1.1 302 Found\r\nLocation: " + path.substring(query + 4) + "\r\n" + END);
            case "/loop" -> say(out, "HTTP/1.1 301 Moved\r\nLocation: /loop\r\n" + END);
            case "/three" -> say(out, "HTTP/1.1 307 Moved\r\nLocation: /two\r\n" + END);
            case "/two" -> say(out, "HTTP/1.1 308 Moved\r\nLocation: /one\r\n" + END);
            case "/one" -> say(out, "HTTP/1.1 303 Moved\r\nLocation: /\r\n" + END);
            case "/slow-body" -> dribble(out, OK + HTML + "\r\n", "x");
            case "/slow-head" -> dribble(out, OK, "X-A: b\r\n");
            case "/silent" -> rest(Duration.ofSeconds(30));
            case "/endless" -> forEver(out, OK + HTML + "\r\n", "x".repeat(8_192));
            case "/endless-json" -> forEver(out, OK + JSON + "\r\n", "1".repeat(8_192));
            case "/endless-head" -> forEver(out, OK, "X-A: " + "b".repeat(1_000) + "\r\n");
            case "/large-head" -> say(out, OK + HTML + ("X-A: " + "b".repeat(1_000) + "\r\n").repeat(64) + END);
            case "/bomb" -> bytes(out, OK + JSON + GZIP + "\r\n", bomb(1));
            case "/bomb-page" -> bytes(out, OK + HTML + GZIP + "\r\n", bomb(1));
            case "/bomb-in-bomb" -> bytes(out, OK + JSON + "Content-Encoding: gzip, gzip\r\n\r\n", bomb(2));
            case "/no-gzip" -> say(out, OK + HTML + GZIP + END + PAGE);
            case "/gzip" -> bytes(out, OK + HTML + GZIP + "\r\n", gzip(PAGE.getBytes(StandardCharsets.UTF_8)));
            case "/brotli" -> say(out, OK + HTML + "Content-Encoding: br\r\n" + END + PAGE);
            case "/program" -> say(out, OK + "Content-Type: application/octet-stream\r\n" + END + PAGE);
            case "/untyped" -> say(out, OK + END + PAGE);
            case "/gone" -> say(out, "HTTP/1.1 404 Not Found\r\n" + HTML + END + PAGE);
            case "/unchanged" -> say(out, "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n" + END);
            case "/garbage" -> say(out, "SSH-2.0-OpenSSH\r\n");
            case "/chunks" -> say(out, OK + HTML + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx");
            default -> say(out, OK + HTML + END + PAGE);
        }
    }

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String GZIP = "Content-Encoding: gzip\r\n";
    private static final String END = "Connection: close\r\n\r\n";

    private static void say(OutputStream out, String text) throws IOException {
        bytes(out, text, new byte[0]);
    }

    private static void bytes(OutputStream out, String head, byte[] body) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private void dribble(OutputStream out, String head, String drop) throws IOException {
        say(out, head);
        while (!rest(DRIBBLE)) {
            say(out, drop);
        }
    }

    private void forEver(OutputStream out, String head, String more) throws IOException {
        say(out, head);
        while (closed.getCount() > 0) {
            say(out, more);
        }
    }

    /** Whether the site was closed meanwhile. */
    private boolean rest(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static byte[] bomb(int layers) {
        byte[] packed = new byte[20 * MEBIBYTE];
        for (int i = 0; i < layers; i++) {
            packed = gzip(packed);
        }
        return packed;
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
