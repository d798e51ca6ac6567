package dev.warren.leveling.experience;

import dev.warren.leveling.surroundings.Surroundings;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules as settings and surroundings tell them. */
@ApplicationScoped
class HeldRules implements Rules {
    private final RulesHistory history;
    private final Surroundings surroundings;

    HeldRules(RulesHistory history, Surroundings surroundings) {
        this.history = history;
        this.surroundings = surroundings;
    }

    @Override
    public XpRules at(GuildId guild, Instant time) {
        return history.at(guild, time);
    }

    @Override
    public boolean lookBack(GuildId guild, Minute minute) {
        return history.lookBack(guild, minute);
    }

    @Override
    public List<ChannelId> places(ChannelId channel, Optional<ChannelId> parent) {
        return surroundings.places(channel, parent);
    }
}
