package dev.warren.gateway.outbound.rendering;

import dev.warren.gateway.outbound.rendering.Rendering.Impossible;
import dev.warren.gateway.outbound.rendering.Rendering.Part;
import dev.warren.gateway.outbound.rendering.Rendering.Ready;
import dev.warren.gateway.rest.RestBody.FilePart;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.bot.MessageBody;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message as Discord's JSON. Bounds are those of Discord's API reference, "Create Message". Content comes first, in as many messages
 * as it takes; embeds, components and files stand in the last one.
 */
public final class MessageForm {
    /** The most characters of one message. */
    public static final int MAX_CONTENT = 2000;

    private static final int MAX_PARTS = 20;
    private static final int MAX_FILES = 10;
    private static final int MAX_UPLOAD = 25 * 1024 * 1024;
    private static final int MAX_PINGS = 100;

    private MessageForm() {}

    /** A new message. {@code files} are the body's files with their bytes, in order. */
    public static Rendering creation(MessageBody body, List<FilePart> files) {
        return form(body, files, false);
    }

    /** A message that takes the place of another: what the body does not show is taken away. */
    public static Rendering edition(MessageBody body, List<FilePart> files) {
        return form(body, files, true);
    }

    private static Rendering form(MessageBody body, List<FilePart> files, boolean whole) {
        Optional<String> fault = fault(body, files).or(() -> ComponentForm.fault(body.rows()));
        if (fault.isPresent()) {
            return new Impossible(fault.get());
        }
        var texts = Splitting.split(body.content(), MAX_CONTENT).stream()
                .map(Splitting.Part::shown)
                .filter(text -> !text.isBlank())
                .toList();
        if (texts.size() > MAX_PARTS) {
            return new Impossible("content needs more than " + MAX_PARTS + " messages");
        }
        var parts = new ArrayList<Part>();
        for (int i = 0; i < texts.size() - 1; i++) {
            parts.add(new Part(json(texts.get(i), body, whole), List.of()));
        }
        JsonObject last = json(texts.isEmpty() ? "" : texts.getLast(), body, whole);
        embeds(last, body, whole);
        attachments(last, body.files(), whole);
        parts.add(new Part(last, files));
        return new Ready(parts);
    }

    private static Optional<String> fault(MessageBody body, List<FilePart> files) {
        if (body.content().isBlank()
                && body.embeds().isEmpty()
                && body.files().isEmpty()
                && body.rows().isEmpty()) {
            return Optional.of("message is empty");
        }
        if (files.size() > MAX_FILES) {
            return Optional.of("files must be at most " + MAX_FILES + ": " + files.size());
        }
        long bytes = files.stream().mapToLong(file -> file.bytes().length()).sum();
        if (bytes > MAX_UPLOAD) {
            return Optional.of("files must have at most " + MAX_UPLOAD + " bytes in all: " + bytes);
        }
        if (body.pings().users().size() > MAX_PINGS || body.pings().roles().size() > MAX_PINGS) {
            return Optional.of("pings must be at most " + MAX_PINGS + " users and roles");
        }
        return body.embeds().stream()
                .map(EmbedForm::fault)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static JsonObject json(String content, MessageBody body, boolean whole) {
        var json = new JsonObject().put("allowed_mentions", pings(body.pings()));
        if (whole || !content.isEmpty()) {
            json.put("content", content);
        }
        if (whole) {
            json.put("embeds", new JsonArray())
                    .put("components", new JsonArray())
                    .put("attachments", new JsonArray());
        }
        return json;
    }

    private static void embeds(JsonObject json, MessageBody body, boolean whole) {
        if (whole || !body.embeds().isEmpty()) {
            json.put(
                    "embeds",
                    new JsonArray(body.embeds().stream().map(EmbedForm::json).toList()));
        }
        if (whole || !body.rows().isEmpty()) {
            json.put("components", ComponentForm.rows(body.rows()));
        }
    }

    private static void attachments(JsonObject json, List<FileRef> files, boolean whole) {
        if (!whole && files.isEmpty()) {
            return;
        }
        var list = new JsonArray();
        for (int i = 0; i < files.size(); i++) {
            var attachment =
                    new JsonObject().put("id", i).put("filename", files.get(i).name());
            files.get(i).description().ifPresent(text -> attachment.put("description", text));
            list.add(attachment);
        }
        json.put("attachments", list);
    }

    /** Nobody unless asked, and of those asked only whom the text mentions. */
    private static JsonObject pings(MessageBody.Pings pings) {
        var parse = new JsonArray();
        if (pings.everyone()) {
            parse.add("everyone");
        }
        var json = new JsonObject().put("parse", parse).put("replied_user", pings.repliedUser());
        if (!pings.users().isEmpty()) {
            json.put(
                    "users",
                    new JsonArray(pings.users().stream().map(Object::toString).toList()));
        }
        if (!pings.roles().isEmpty()) {
            json.put(
                    "roles",
                    new JsonArray(pings.roles().stream().map(Object::toString).toList()));
        }
        return json;
    }
}
