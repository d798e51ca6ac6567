package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A channel, a thread or a direct message. Confined to the simulator's event loop. */
public final class Channel {
    private final Snowflake id;
    private final ChannelType type;
    private final Optional<Guild> guild;
    private final Optional<Channel> threadParent;
    private final List<User> recipients;
    private final JsonObject attributes;
    private final Map<Snowflake, Overwrite> overwrites = new LinkedHashMap<>();
    private final Set<Snowflake> threadMembers = new LinkedHashSet<>();
    private final MessageLog messages;

    Channel(
            Snowflake id,
            ChannelType type,
            Optional<Guild> guild,
            Optional<Channel> threadParent,
            List<User> recipients,
            JsonObject attributes,
            MessageLog messages) {
        this.id = id;
        this.type = type;
        this.guild = guild;
        this.threadParent = threadParent;
        this.recipients = List.copyOf(recipients);
        this.attributes = attributes;
        this.messages = messages;
    }

    public Snowflake id() {
        return id;
    }

    public ChannelType type() {
        return type;
    }

    /** Empty for direct messages. */
    public Optional<Guild> guild() {
        return guild;
    }

    /** Where permissions come from: a thread has those of its parent. */
    public Channel permissionSource() {
        return threadParent.orElse(this);
    }

    public Optional<Channel> threadParent() {
        return threadParent;
    }

    public List<User> recipients() {
        return recipients;
    }

    public String name() {
        return attributes.getString("name", "");
    }

    public MessageLog messages() {
        return messages;
    }

    /** Seconds between two messages of one member; 0 for none. */
    public int slowmodeSeconds() {
        return attributes.getInteger("rate_limit_per_user", 0);
    }

    public boolean archived() {
        return attributes.getJsonObject("thread_metadata", new JsonObject()).getBoolean("archived", false);
    }

    public boolean locked() {
        return attributes.getJsonObject("thread_metadata", new JsonObject()).getBoolean("locked", false);
    }

    /** Fields as Discord names them; for the operations of this package. */
    JsonObject attributes() {
        return attributes;
    }

    public Map<Snowflake, Overwrite> overwrites() {
        return overwrites;
    }

    public Set<Snowflake> threadMembers() {
        return threadMembers;
    }

    public Optional<Snowflake> parentId() {
        return Optional.ofNullable(attributes.getString("parent_id")).flatMap(Snowflake::parse);
    }

    /** Whether this user takes part in a direct message. */
    public boolean has(User user) {
        return recipients.stream().anyMatch(recipient -> recipient.id().equals(user.id()));
    }

    /** The channel object as Discord sends it to the bot, which is not among a DM's recipients. */
    public JsonObject json() {
        var json = new JsonObject().put("id", id.toString()).put("type", type.number());
        attributes.forEach(entry -> json.put(entry.getKey(), entry.getValue()));
        json.put("flags", 0);
        if (type.text()) {
            json.put(
                    "last_message_id",
                    messages.lastId().map(Snowflake::toString).orElse(null));
        }
        if (type == ChannelType.DM) {
            var others = new ArrayList<JsonObject>();
            recipients.stream().filter(user -> !user.bot()).forEach(user -> others.add(user.json()));
            json.put("recipients", new JsonArray(others));
        }
        guild.ifPresent(where -> json.put("guild_id", where.id().toString()));
        if (type.thread()) {
            json.put("message_count", messages.size())
                    .put("total_message_sent", messages.size())
                    .put("member_count", threadMembers.size());
        } else if (guild.isPresent()) {
            var list = new JsonArray();
            overwrites.values().forEach(overwrite -> list.add(overwrite.json()));
            json.put("permission_overwrites", list);
        }
        return json;
    }

    @Override
    public String toString() {
        return "Channel[" + id + "]";
    }
}
