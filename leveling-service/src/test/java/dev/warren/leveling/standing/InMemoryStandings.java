package dev.warren.leveling.standing;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Standings as their laws say them: everybody in one sorted list. */
public final class InMemoryStandings implements Standings {
    private final Map<GuildId, Map<UserId, Long>> guilds = new HashMap<>();

    /** Sets what a member has. */
    public void put(GuildId guild, UserId member, long xp) {
        guilds.computeIfAbsent(guild, first -> new HashMap<>()).put(member, xp);
    }

    private List<Standing> all(GuildId guild) {
        var sorted = guilds.getOrDefault(guild, Map.of()).entrySet().stream()
                .filter(total -> total.getValue() > 0)
                .sorted((one, other) -> {
                    int byXp = Long.compare(other.getValue(), one.getValue());
                    return byXp != 0
                            ? byXp
                            : Long.compare(one.getKey().value(), other.getKey().value());
                })
                .toList();
        var standings = new ArrayList<Standing>();
        for (var total : sorted) {
            standings.add(
                    new Standing(standings.size() + 1L, total.getKey(), "Member " + total.getKey(), total.getValue()));
        }
        return standings;
    }

    @Override
    public Uni<Optional<Standing>> find(GuildId guild, UserId member) {
        return Uni.createFrom()
                .item(all(guild).stream()
                        .filter(standing -> standing.member().equals(member))
                        .findFirst());
    }

    @Override
    public Uni<Page> page(GuildId guild, int number, int size, UserId caller) {
        return find(guild, caller).map(mine -> page(guild, number, size, mine));
    }

    @Override
    public Uni<Page> pageOf(GuildId guild, UserId member, int size) {
        return find(guild, member).map(mine -> {
            long number = mine.map(found -> (found.place() - 1) / size).orElse(0L);
            return page(guild, (int) number, size, mine);
        });
    }

    private Page page(GuildId guild, int asked, int size, Optional<Standing> caller) {
        var all = all(guild);
        int pages = (all.size() + size - 1) / size;
        int number = Math.clamp(asked, 0, Math.max(0, pages - 1));
        var here = all.subList(Math.min(all.size(), number * size), Math.min(all.size(), (number + 1) * size));
        return new Page(number, pages, all.size(), here, caller);
    }

    @Override
    public Uni<List<Standing>> all(GuildId guild, int most) {
        return Uni.createFrom().item(all(guild).stream().limit(most).toList());
    }
}
