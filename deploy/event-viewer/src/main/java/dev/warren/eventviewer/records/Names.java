package dev.warren.eventviewer.records;

import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.ids.Snowflake;
import dev.warren.schemas.topics.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How channels, guilds and members are called, as the records that came by said. Safe for all threads. */
public final class Names {
    private static final int MOST = 10_000;
    private static final Set<String> FROM_MEMBERS = Set.of(Topics.MESSAGES.name(), Topics.INTERACTIONS.name());

    private final Payloads payloads;
    private final Map<String, String> names = new LinkedHashMap<>();

    public Names(Payloads payloads) {
        this.payloads = payloads;
    }

    /** Learns what a record says. Of members that are known already nothing is read: that would be most of the work. */
    public void learn(SeenRecord record) {
        var topic = record.place().topic();
        if (topic.equals(Topics.GUILDS.name()) || (FROM_MEMBERS.contains(topic) && !isKnown(record.key()))) {
            payloads.read(record).ifPresent(this::learn);
        }
    }

    /** Whether the member of a key {@code guild:user} is known. */
    private synchronized boolean isKnown(String key) {
        var user = key.substring(key.lastIndexOf(':') + 1);
        return names.containsKey(user);
    }

    private void learn(Object payload) {
        switch (payload) {
            case ChannelKnown channel -> put(channel.channel(), channel.name());
            case GuildKnown guild -> put(guild.guild(), guild.name());
            case MessageCreated message -> member(message.author());
            case InteractionEvent.Unknown _ -> {}
            case InteractionEvent interaction -> member(interaction.origin().member());
            default -> {} // other words name nobody
        }
    }

    private void member(Member member) {
        put(member.id(), member.displayName());
    }

    private synchronized void put(Snowflake id, String name) {
        names.remove(id.toString());
        names.put(id.toString(), name);
        if (names.size() > MOST) {
            names.remove(names.keySet().iterator().next());
        }
    }

    /** The name of a channel, guild or member, where it is known. */
    public synchronized Optional<String> of(Snowflake id) {
        return Optional.ofNullable(names.get(id.toString()));
    }

    /** The name, else the id. */
    public String orId(Snowflake id) {
        return of(id).orElseGet(id::toString);
    }
}
