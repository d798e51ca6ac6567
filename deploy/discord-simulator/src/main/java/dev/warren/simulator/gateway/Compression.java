package dev.warren.simulator.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Deflates payloads: each by itself, or all as one stream. Level 1, since the simulator shares the machine with what it measures. */
final class Compression implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final boolean stream;
    private final byte[] chunk = new byte[CHUNK];

    Compression(boolean stream) {
        this.stream = stream;
    }

    Buffer deflate(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        ByteBuf out = Unpooled.buffer(Math.max(64, bytes.length / 2));
        deflater.setInput(bytes);
        int mode = stream ? Deflater.SYNC_FLUSH : Deflater.NO_FLUSH;
        if (!stream) {
            deflater.finish();
        }
        while (true) {
            int length = deflater.deflate(chunk, 0, chunk.length, mode);
            out.writeBytes(chunk, 0, length);
            if (stream ? length < chunk.length : deflater.finished()) {
                break;
            }
        }
        if (!stream) {
            deflater.reset();
        }
        return Buffer.buffer(out);
    }

    @Override
    public void close() {
        deflater.end();
    }
}
