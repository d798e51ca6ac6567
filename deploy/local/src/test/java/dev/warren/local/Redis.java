package dev.warren.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks to Redis by inline commands, which need no client. */
final class Redis {
    private Redis() {}

    /** The first line of the answer; for a bulk answer the line after it. */
    static String ask(int port, String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            var line = String.valueOf(reader.readLine());
            return line.startsWith("$") && !line.equals("$-1") ? String.valueOf(reader.readLine()) : line;
        }
    }
}
