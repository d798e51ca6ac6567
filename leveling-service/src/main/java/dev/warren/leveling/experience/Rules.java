package dev.warren.leveling.experience;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of all guilds at all times. */
@FunctionalInterface
interface Rules {
    XpRules at(GuildId guild, Instant time);

    /** Whether messages of a minute are judged after those before them, which is so when any rules that hold within the minute do so. */
    default boolean lookBack(GuildId guild, Minute minute) {
        return at(guild, minute.begin()).looksBack() || at(guild, minute.end()).looksBack();
    }

    /** A channel or thread and what it stands in, from inside out. */
    default List<ChannelId> places(ChannelId channel, Optional<ChannelId> parent) {
        var places = new ArrayList<ChannelId>();
        places.add(channel);
        parent.ifPresent(places::add);
        return places;
    }
}
