package dev.warren.leveling.standing;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.util.Map;

class InMemoryStandingsTest extends StandingsContract {
    private final InMemoryStandings standings = new InMemoryStandings();

    @Override
    Standings standings() {
        return standings;
    }

    @Override
    void given(GuildId guild, Map<UserId, Long> totals) {
        totals.forEach((member, xp) -> standings.put(guild, member, xp));
    }
}
