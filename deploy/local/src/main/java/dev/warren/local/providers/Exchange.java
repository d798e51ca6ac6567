package dev.warren.local.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Requests and answers on one connection: as much of HTTP/1.1 as clients of providers need. */
final class Exchange {
    private static final int LONGEST_LINE = 16_384;
    private static final int LARGEST = 4 << 20;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private String path = "";
    private Map<String, String> headers = Map.of();
    private String body = "";

    Exchange(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Reads the next request; false at the end of the connection. */
    boolean read() throws IOException {
        var request = line();
        if (request.isEmpty()) {
            return false;
        }
        path = request.split(" ")[1].replaceFirst("\\?.*", "");
        var read = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            read.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        headers = Map.copyOf(read);
        body = headers.getOrDefault("transfer-encoding", "").equals("chunked")
                ? chunked()
                : new String(in.readNBytes(size(headers.getOrDefault("content-length", "0"), 10)), UTF_8);
        return true;
    }

    private String chunked() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = size(line(), 16); size > 0; size = size(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toString(UTF_8);
    }

    private static int size(String text, int radix) throws IOException {
        int size = Integer.parseInt(text, radix);
        if (size > LARGEST) {
            throw new IOException("a request must have at most " + LARGEST + " bytes: " + size);
        }
        return size;
    }

    private String line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            if (one != '\r') {
                bytes.write(one);
            }
            if (bytes.size() > LONGEST_LINE) {
                throw new IOException("a line must have at most " + LONGEST_LINE + " bytes");
            }
        }
        return bytes.toString(UTF_8);
    }

    String path() {
        return path;
    }

    Map<String, String> headers() {
        return headers;
    }

    String body() {
        return body;
    }

    /** A whole answer. */
    void respond(int status, Map<String, String> more, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        var head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\nContent-Type: application/json\r\n");
        more.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + bytes.length + "\r\n\r\n");
        out.write(head.toString().getBytes(UTF_8));
        out.write(bytes);
        out.flush();
    }

    /** Begins a stream. */
    void stream() throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(UTF_8));
        out.flush();
    }

    /** A piece of a stream. */
    void piece(String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        var chunk = new ByteArrayOutputStream(bytes.length + 16);
        chunk.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        chunk.write(bytes);
        chunk.write("\r\n".getBytes(UTF_8));
        chunk.writeTo(out);
        out.flush();
    }

    /** Ends a stream. */
    void last() throws IOException {
        out.write("0\r\n\r\n".getBytes(UTF_8));
        out.flush();
    }

    /** Breaks the connection off. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
