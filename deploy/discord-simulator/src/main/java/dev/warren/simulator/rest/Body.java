package dev.warren.simulator.rest;

import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request's body: JSON, or a form with JSON and files.
 *
 * @param text the JSON as it came; empty when there is none
 * @param value the JSON read: a JsonObject, a JsonArray or a plain value
 * @param files of a multipart form, in order
 * @param multipart whether it was a multipart form
 */
record Body(String text, Optional<Object> value, List<Upload> files, boolean multipart) {
    static final Body NONE = new Body("", Optional.empty(), List.of(), false);

    /** A file in a form: the field's name ({@code files[0]}), the file's name and type, and the bytes. */
    record Upload(String field, String name, String type, Buffer bytes) {
        /** The number in {@code files[7]}; 0 when there is none. */
        int index() {
            String digits = field.replaceAll("\\D", "");
            return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
        }
    }

    static Body read(Optional<String> contentType, Buffer bytes) {
        String type = contentType.orElse("");
        if (type.startsWith("multipart/form-data")) {
            return form(type, bytes);
        }
        return bytes.length() == 0 ? NONE : json(bytes.toString(StandardCharsets.UTF_8), List.of(), false);
    }

    private static Body json(String text, List<Upload> files, boolean multipart) {
        try {
            return new Body(text, Optional.ofNullable(Json.decodeValue(text)), files, multipart);
        } catch (DecodeException malformed) {
            throw Refused.of(400, 50109, "The request body contains invalid JSON.");
        }
    }

    private static Body form(String type, Buffer bytes) {
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", bytes.getByteBuf());
        request.headers().set("content-type", type);
        var decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request);
        try {
            var files = new ArrayList<Upload>();
            String json = "";
            for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                if (part instanceof FileUpload file) {
                    files.add(new Upload(
                            file.getName(), file.getFilename(), file.getContentType(), Buffer.buffer(file.get())));
                } else if (part instanceof Attribute field && field.getName().equals("payload_json")) {
                    json = field.getValue();
                }
            }
            return json.isEmpty()
                    ? new Body("{}", Optional.of(new JsonObject()), files, true)
                    : json(json, files, true);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException malformed) {
            throw Refused.of(400, 50035, "Invalid Form Body");
        } finally {
            decoder.destroy();
        }
    }
}
