package dev.warren.embed.fetching;

import dev.warren.embed.EmbedConfig;
import dev.warren.embed.fetching.FetchRequest.Want;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Reads bodies within limits of type, size and decompression. */
final class Bodies {
    private static final long CHUNK = 8_192;
    /** Up to here any ratio is borne: small pages of little content compress well. */
    private static final long HARMLESS = 65_536;

    private final EmbedConfig.Fetching limits;

    Bodies(EmbedConfig.Fetching limits) {
        this.limits = limits;
    }

    /**
     * The body, decompressed; empty for an answer that is no success and of another type than wanted.
     *
     * @throws Forbidden when a limit forbids it
     */
    byte[] read(Response response, Want want) throws IOException {
        var body = response.body();
        if (body == null || response.code() == 204 || response.code() == 304) {
            return new byte[0];
        }
        if (!isWanted(body.contentType(), want)) {
            if (response.isSuccessful()) {
                throw new Forbidden("content-type");
            }
            return new byte[0];
        }
        return read(body, response.header("Content-Encoding", ""), want);
    }

    private byte[] read(ResponseBody body, String encoding, Want want) throws IOException {
        boolean page = want == Want.HTML;
        long most = page ? limits.pageBytes() : limits.otherBytes();
        var wire = new Counting(body.source());
        try (var source = decoded(wire, encoding)) {
            var read = new Buffer();
            while (source.read(read, CHUNK) >= 0) {
                if (read.size() > HARMLESS && read.size() > wire.bytes * limits.compressionRatio()) {
                    throw new Forbidden("compression-ratio");
                }
                if (read.size() > most) {
                    // what a page says of itself stands at its beginning; half of anything else is of no use
                    if (page) {
                        return read.readByteArray(most);
                    }
                    throw new Forbidden("too-large");
                }
            }
            return read.readByteArray();
        }
    }

    private static Source decoded(Source wire, String encoding) throws Forbidden {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> wire;
            case "gzip", "x-gzip" -> new GzipSource(Okio.buffer(wire));
            default -> throw new Forbidden("content-encoding");
        };
    }

    private static boolean isWanted(@Nullable MediaType type, Want want) {
        if (type == null) {
            return false;
        }
        var name = type.type() + "/" + type.subtype();
        return switch (want) {
            case HTML -> Set.of("text/html", "application/xhtml+xml").contains(name);
            case JSON -> name.equals("application/json") || name.endsWith("+json") || name.equals("text/json");
            case FEED ->
                Set.of(
                                "application/xml",
                                "text/xml",
                                "application/rss+xml",
                                "application/atom+xml",
                                "application/rdf+xml")
                        .contains(name);
            case IMAGE ->
                Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif")
                        .contains(name);
        };
    }

    /** Counts what comes over the wire. */
    private static final class Counting extends ForwardingSource {
        private long bytes;

        Counting(Source source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
