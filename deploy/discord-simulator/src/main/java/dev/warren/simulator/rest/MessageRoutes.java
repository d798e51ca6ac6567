package dev.warren.simulator.rest;

import dev.warren.simulator.faults.FaultKind;
import dev.warren.simulator.faults.Faults;
import dev.warren.simulator.stats.Stats;
import dev.warren.simulator.stats.Stats.Count;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.ChannelType;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.MessageDraft;
import dev.warren.simulator.world.Messages;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Messages of a channel: list, read, write, edit, delete, and typing. */
final class MessageRoutes {
    private static final String ALL = "/channels/{channel_id}/messages";
    private static final String ONE = ALL + "/{message_id}";
    private static final Duration BULK_AGE = Duration.ofDays(14);
    private final Access access;
    private final Messages messages;
    private final MessageForms forms;
    private final Nonces nonces;
    private final Faults faults;
    private final Stats stats;

    MessageRoutes(Access access, Messages messages, MessageForms forms, Nonces nonces, Faults faults, Stats stats) {
        this.access = access;
        this.messages = messages;
        this.forms = forms;
        this.nonces = nonces;
        this.faults = faults;
        this.stats = stats;
    }

    void addTo(Routes routes) {
        routes.get(ALL, Bucket.MESSAGE_LIST, this::list);
        routes.post(ALL, Bucket.MESSAGE_CREATE, this::create);
        routes.post(ALL + "/bulk-delete", Bucket.BULK_DELETE, this::deleteMany);
        routes.get(ONE, Bucket.MESSAGE_GET, this::get);
        routes.patch(ONE, Bucket.MESSAGE_EDIT, this::edit);
        routes.delete(ONE, Bucket.MESSAGE_DELETE, this::delete);
        routes.post("/channels/{channel_id}/typing", Bucket.TYPING, this::typing);
    }

    private Answer list(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        int limit = call.queryInt("limit", 50, 1, 100);
        var list = new JsonArray();
        if (!Permission.READ_MESSAGE_HISTORY.in(access.permissions(channel))) {
            return Answer.ok(list);
        }
        Optional<Snowflake> before = call.queryId("before");
        Optional<Snowflake> after = call.queryId("after");
        Optional<Snowflake> around = call.queryId("around");
        List<Message> page;
        if (around.isPresent()) {
            page = channel.messages().around(around.get(), limit);
        } else if (before.isPresent()) {
            page = channel.messages().before(before.get(), limit, false);
        } else if (after.isPresent()) {
            page = channel.messages().after(after.get(), limit, false).reversed();
        } else {
            page = channel.messages().newest(limit, false);
        }
        page.forEach(message -> list.add(message.json(access.bot())));
        return Answer.ok(list);
    }

    private Answer get(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        access.need(channel, Permission.READ_MESSAGE_HISTORY);
        return Answer.ok(access.message(channel, call.id("message_id")).json(access.bot()));
    }

    private Answer create(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        JsonObject fields = call.json();
        mayWrite(channel, fields, !call.files().isEmpty());
        forms.check(fields, !call.files().isEmpty(), true);
        Optional<Object> nonce = Optional.ofNullable(fields.getValue("nonce")).map(value -> (Object) value.toString());
        if (nonce.isPresent()
                && Boolean.TRUE.equals(fields.getBoolean("enforce_nonce"))
                && faults.strike(FaultKind.NO_NONCE_DEDUPE, "POST", ALL).isEmpty()) {
            Optional<Message> earlier = nonces.find(access.bot(), nonce.get());
            if (earlier.isPresent()) {
                stats.add(Count.NONCE_REPEATS);
                return Answer.ok(earlier.get().json(access.bot()).put("nonce", fields.getValue("nonce")));
            }
        }
        repliesTo(channel, fields);
        if (!Permission.EMBED_LINKS.in(access.permissions(channel))) {
            fields.remove("embeds");
        }
        var origin = new Message.Origin(
                nonce.map(any -> fields.getValue("nonce")), Optional.empty(), Optional.empty(), Optional.empty());
        Message message = messages.create(new MessageDraft(
                channel,
                access.bot(),
                withoutEphemeral(fields),
                forms.keep(channel, fields, call.files()),
                origin,
                new JsonObject()));
        stats.add(Count.BOT_MESSAGES);
        nonces.remember(message);
        JsonObject json = message.json(access.bot());
        nonce.ifPresent(any -> json.put("nonce", fields.getValue("nonce")));
        return Answer.ok(json);
    }

    private static JsonObject withoutEphemeral(JsonObject fields) {
        int flags = Optional.ofNullable(fields.getInteger("flags")).orElse(0);
        return fields.put("flags", flags & ~Message.EPHEMERAL);
    }

    private void mayWrite(Channel channel, JsonObject fields, boolean files) {
        if (!channel.type().text()) {
            throw Refused.of(400, 50008, "Cannot send messages in a non-text channel");
        }
        if (channel.type() == ChannelType.DM) {
            User other = channel.recipients().getFirst();
            boolean shares = access.world().guilds().stream()
                    .anyMatch(guild -> guild.member(other).isPresent());
            if (!shares || access.world().refusesDirectMessages(other)) {
                throw Refused.of(403, 50007, "Cannot send messages to this user");
            }
        }
        access.need(channel, channel.type().thread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES);
        if (channel.type().thread() && channel.locked()) {
            throw Refused.of(400, 50083, "Thread is archived");
        }
        if (files) {
            access.need(channel, Permission.ATTACH_FILES);
        }
        if (Boolean.TRUE.equals(fields.getBoolean("tts"))) {
            access.need(channel, Permission.SEND_TTS_MESSAGES);
        }
    }

    private void repliesTo(Channel channel, JsonObject fields) {
        JsonObject reference = fields.getJsonObject("message_reference");
        if (reference == null) {
            return;
        }
        access.need(channel, Permission.READ_MESSAGE_HISTORY);
        boolean found = Snowflake.parse(String.valueOf(reference.getValue("message_id")))
                .flatMap(channel.messages()::get)
                .isPresent();
        if (!found && Boolean.TRUE.equals(reference.getBoolean("fail_if_not_exists", true))) {
            throw Refused.form("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
        if (!found) {
            fields.remove("message_reference");
        }
    }

    private Answer edit(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        Message message = access.message(channel, call.id("message_id"));
        JsonObject fields = call.json();
        boolean own = message.author().equals(access.bot());
        if (!own) {
            boolean onlyFlags = fields.fieldNames().equals(Set.of("flags"));
            if (!onlyFlags) {
                throw Refused.of(403, 50005, "Cannot edit a message authored by another user");
            }
            access.need(channel, Permission.MANAGE_MESSAGES);
        }
        if (channel.type().thread() && channel.archived()) {
            throw Refused.of(400, 50083, "Thread is archived");
        }
        forms.check(fields, !call.files().isEmpty(), false);
        JsonObject now = message.json(access.bot());
        Optional<JsonArray> kept = forms.keepEdited(message, now.getJsonArray("attachments"), fields, call.files());
        messages.edit(message, fields, kept, own);
        return Answer.ok(message.json(access.bot()));
    }

    private Answer delete(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        Message message = access.message(channel, call.id("message_id"));
        if (!message.author().equals(access.bot())) {
            access.need(channel, Permission.MANAGE_MESSAGES);
        }
        messages.delete(message);
        return Answer.NOTHING;
    }

    private Answer deleteMany(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        access.need(channel, Permission.MANAGE_MESSAGES);
        JsonArray ids = call.json().getJsonArray("messages", new JsonArray());
        if (ids.size() < 2 || ids.size() > 100) {
            throw Refused.form("messages", "BASE_TYPE_BAD_LENGTH", "Must be between 2 and 100 in length.");
        }
        List<Message> found = new ArrayList<>();
        for (Object id : ids) {
            Snowflake snowflake =
                    Snowflake.parse(String.valueOf(id)).orElseThrow(() -> Refused.unknown(10008, "Message"));
            if (snowflake.time().isBefore(access.world().now().minus(BULK_AGE))) {
                throw Refused.of(400, 50034, "You can only bulk delete messages that are under 14 days old.");
            }
            channel.messages()
                    .get(snowflake)
                    .filter(message -> !message.ephemeral())
                    .ifPresent(found::add);
        }
        messages.deleteAll(channel, found);
        return Answer.NOTHING;
    }

    private Answer typing(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        access.need(channel, channel.type().thread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES);
        messages.typing(channel, access.bot());
        return Answer.NOTHING;
    }
}
