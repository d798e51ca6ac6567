package dev.warren.simulator.rest;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.MessageDraft;
import dev.warren.simulator.world.Messages;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Incoming webhooks: made in a channel, written through with a token. Confined to the event loop. */
final class Webhooks {
    private static final int PER_CHANNEL = 15;
    private static final int MAX_NAME = 80;
    private final Access access;
    private final Messages messages;
    private final MessageForms forms;
    private final Supplier<String> tokens;
    private final Map<Snowflake, Webhook> webhooks = new LinkedHashMap<>();

    private record Webhook(Snowflake id, Channel channel, String name, String token, User maker) {
        JsonObject json() {
            var json = new JsonObject()
                    .put("id", id.toString())
                    .put("type", 1)
                    .put("name", name)
                    .put("avatar", null)
                    .put("channel_id", channel.id().toString())
                    .put("application_id", maker.id().toString())
                    .put("token", token)
                    .put("user", maker.json());
            channel.guild().ifPresent(guild -> json.put("guild_id", guild.id().toString()));
            return json;
        }
    }

    Webhooks(Access access, Messages messages, MessageForms forms, Supplier<String> tokens) {
        this.access = access;
        this.messages = messages;
        this.forms = forms;
        this.tokens = tokens;
    }

    Answer create(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        access.need(channel, Permission.MANAGE_WEBHOOKS);
        String name = call.json().getString("name", "").strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw Refused.form("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 80 in length.");
        }
        if (webhooks.values().stream()
                        .filter(hook -> hook.channel().equals(channel))
                        .count()
                >= PER_CHANNEL) {
            throw Refused.of(400, 30007, "Maximum number of webhooks reached (15)");
        }
        var webhook = new Webhook(access.world().nextId(), channel, name, tokens.get(), access.bot());
        webhooks.put(webhook.id(), webhook);
        return Answer.ok(webhook.json());
    }

    Answer ofChannel(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        access.need(channel, Permission.MANAGE_WEBHOOKS);
        return list(hook -> hook.channel().equals(channel));
    }

    Answer ofGuild(Call call) {
        Guild guild = access.guild(call.id("guild_id"));
        access.need(guild, Permission.MANAGE_WEBHOOKS);
        return list(hook -> hook.channel().guild().filter(guild::equals).isPresent());
    }

    private Answer list(Predicate<Webhook> wanted) {
        var list = new JsonArray();
        webhooks.values().stream().filter(wanted).forEach(hook -> list.add(hook.json()));
        return Answer.ok(list);
    }

    private Webhook byId(Call call) {
        Webhook webhook = Optional.ofNullable(webhooks.get(call.id("webhook_id")))
                .orElseThrow(() -> Refused.unknown(10015, "Webhook"));
        access.need(webhook.channel(), Permission.MANAGE_WEBHOOKS);
        return webhook;
    }

    private Webhook byToken(Call call) {
        Webhook webhook = Optional.ofNullable(webhooks.get(call.id("webhook_id")))
                .orElseThrow(() -> Refused.unknown(10015, "Webhook"));
        if (!webhook.token().equals(call.path("webhook_token"))) {
            throw Refused.of(401, 50027, "Invalid Webhook Token");
        }
        return webhook;
    }

    Answer get(Call call) {
        return Answer.ok(byId(call).json());
    }

    Answer getWithToken(Call call) {
        return Answer.ok(byToken(call).json());
    }

    Answer change(Call call) {
        return renamed(byId(call), call);
    }

    Answer changeWithToken(Call call) {
        return renamed(byToken(call), call);
    }

    private Answer renamed(Webhook old, Call call) {
        String name = call.json().getString("name", old.name());
        var webhook = new Webhook(old.id(), old.channel(), name, old.token(), old.maker());
        webhooks.put(webhook.id(), webhook);
        return Answer.ok(webhook.json());
    }

    Answer delete(Call call) {
        webhooks.remove(byId(call).id());
        return Answer.NOTHING;
    }

    Answer deleteWithToken(Call call) {
        webhooks.remove(byToken(call).id());
        return Answer.NOTHING;
    }

    /** Writes through the webhook; the message is told only to who waits for it. */
    Answer execute(Call call) {
        Webhook webhook = byToken(call);
        JsonObject fields = call.json();
        forms.check(fields, !call.files().isEmpty(), true);
        Channel channel = call.queryId("thread_id").map(access::channel).orElse(webhook.channel());
        String name = Optional.ofNullable(fields.getString("username")).orElse(webhook.name());
        var author = new User(webhook.id(), name, true);
        var origin =
                new Message.Origin(Optional.empty(), Optional.of(webhook.id()), Optional.empty(), Optional.empty());
        JsonObject shown = author.json().put("discriminator", "0000").put("avatar", fields.getString("avatar_url"));
        var extra = new JsonObject()
                .put("author", shown)
                .put("application_id", webhook.maker().id().toString());
        JsonArray files = forms.keep(channel, fields, call.files());
        Message message = messages.create(new MessageDraft(channel, author, fields, files, origin, extra));
        return call.queryFlag("wait") ? Answer.ok(message.json(access.bot())) : Answer.NOTHING;
    }

    private Message message(Call call) {
        Webhook webhook = byToken(call);
        return access.world()
                .findMessage(call.id("message_id"))
                .filter(found ->
                        found.origin().webhook().filter(webhook.id()::equals).isPresent())
                .orElseThrow(() -> Refused.unknown(10008, "Message"));
    }

    Answer getMessage(Call call) {
        return Answer.ok(message(call).json(access.bot()));
    }

    Answer editMessage(Call call) {
        Message message = message(call);
        JsonObject fields = call.json();
        forms.check(fields, !call.files().isEmpty(), false);
        JsonArray before = message.json(access.bot()).getJsonArray("attachments");
        messages.edit(message, fields, forms.keepEdited(message, before, fields, call.files()), true);
        return Answer.ok(message.json(access.bot()));
    }

    Answer deleteMessage(Call call) {
        messages.delete(message(call));
        return Answer.NOTHING;
    }
}
