package dev.warren.leveling.standing;

import dev.warren.leveling.experience.RulesHistory;
import dev.warren.leveling.rules.Curve;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Standings with the levels that the guild's own curve makes. */
@ApplicationScoped
class GuildStandings implements Standings {
    private final PostgresStandings stored;
    private final RulesHistory rules;
    private final InstantSource clock;

    GuildStandings(PostgresStandings stored, RulesHistory rules, InstantSource clock) {
        this.stored = stored;
        this.rules = rules;
        this.clock = clock;
    }

    private Curve curve(GuildId guild) {
        return rules.at(guild, clock.instant()).curve();
    }

    @Override
    public Uni<Optional<Standing>> find(GuildId guild, UserId member) {
        return stored.find(guild, member).map(found -> found.map(standing -> standing.by(curve(guild))));
    }

    @Override
    public Uni<Page> page(GuildId guild, int number, int size, UserId caller) {
        return stored.page(guild, number, size, caller).map(page -> by(curve(guild), page));
    }

    @Override
    public Uni<Page> pageOf(GuildId guild, UserId member, int size) {
        return stored.pageOf(guild, member, size).map(page -> by(curve(guild), page));
    }

    @Override
    public Uni<List<Standing>> all(GuildId guild, int most) {
        return stored.all(guild, most).map(all -> by(curve(guild), all));
    }

    private static Page by(Curve curve, Page page) {
        return new Page(
                page.number(),
                page.pages(),
                page.members(),
                by(curve, page.standings()),
                page.caller().map(standing -> standing.by(curve)));
    }

    private static List<Standing> by(Curve curve, List<Standing> standings) {
        return standings.stream().map(standing -> standing.by(curve)).toList();
    }
}
