package dev.warren.gateway.sessions;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Marks, with what of them changed since they were written. */
final class Marks {
    private final Map<ChannelId, Mark> all = new HashMap<>();
    private final Set<ChannelId> moved = new HashSet<>();
    private final Set<ChannelId> forgotten = new HashSet<>();

    Marks(Collection<Mark> remembered) {
        remembered.forEach(mark -> all.put(mark.channel(), mark));
    }

    Optional<Mark> of(ChannelId channel) {
        return Optional.ofNullable(all.get(channel));
    }

    void move(Mark mark) {
        all.merge(mark.channel(), mark, Mark::merge);
        moved.add(mark.channel());
        forgotten.remove(mark.channel());
    }

    void forget(ChannelId channel) {
        if (all.remove(channel) != null) {
            forgotten.add(channel);
            moved.remove(channel);
        }
    }

    void forget(Predicate<Mark> which) {
        all.values().stream().filter(which).map(Mark::channel).toList().forEach(this::forget);
    }

    Set<GuildId> guilds() {
        var guilds = new HashSet<GuildId>();
        all.values().forEach(mark -> mark.guild().ifPresent(guilds::add));
        return guilds;
    }

    Collection<Mark> direct() {
        return all.values().stream().filter(mark -> mark.guild().isEmpty()).toList();
    }

    Map<GuildId, Set<ChannelId>> byGuild() {
        var channels = new HashMap<GuildId, Set<ChannelId>>();
        all.values()
                .forEach(mark -> mark.guild()
                        .ifPresent(guild -> channels.computeIfAbsent(guild, _ -> new HashSet<>())
                                .add(mark.channel())));
        return channels;
    }

    Collection<Mark> moved() {
        return moved.stream().flatMap(channel -> of(channel).stream()).toList();
    }

    Set<ChannelId> forgotten() {
        return forgotten;
    }

    void written() {
        moved.clear();
        forgotten.clear();
    }

    void notWritten(Collection<Mark> marks, Set<ChannelId> gone) {
        marks.stream().map(Mark::channel).filter(all::containsKey).forEach(moved::add);
        gone.stream().filter(channel -> !all.containsKey(channel)).forEach(forgotten::add);
    }

    /** Drops what is older than an id, direct messages and others beyond their bounds; whether there was such. */
    boolean tidy(MessageId least, int mostDirect, int most) {
        int before = forgotten.size();
        forget(mark -> mark.guild().isPresent() && mark.message().value() < least.value());
        dropOldest(mark -> mark.guild().isEmpty(), mostDirect);
        dropOldest(_ -> true, most);
        return forgotten.size() > before;
    }

    private void dropOldest(Predicate<Mark> of, int most) {
        var some = all.values().stream().filter(of).toList();
        if (some.size() > most) {
            some.stream()
                    .sorted((one, other) ->
                            Long.compare(one.message().value(), other.message().value()))
                    .limit((long) some.size() - most)
                    .map(Mark::channel)
                    .toList()
                    .forEach(this::forget);
        }
    }
}
