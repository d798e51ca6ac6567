package dev.warren.leveling.experience;

import dev.warren.leveling.experience.InMemoryProgress.NoTransaction;
import dev.warren.leveling.experience.MinuteAward.Key;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The store as its laws say it, in maps. */
final class InMemoryProgress implements Progress<NoTransaction> {
    private final Map<Key, MinuteAward> awards = new TreeMap<>();
    private final Map<Sighting.Key, Sighting> sightings = new TreeMap<>();
    private final Map<Sighting.Key, Long> totals = new HashMap<>();

    /** What stands for a transaction where there is none. */
    record NoTransaction() {}

    @Override
    public Uni<Map<Key, MessageId>> add(NoTransaction tx, Claims claims) {
        var held = new HashMap<Key, MessageId>();
        for (var claim : claims.awards()) {
            var before = awards.get(claim.key());
            var now = awards.merge(claim.key(), claim, MinuteAward::merge);
            if (!now.winner().equals(claim.winner())) {
                held.put(claim.key(), now.winner());
            }
            var member = new Sighting.Key(claim.key().guild(), claim.key().member());
            totals.merge(member, (long) now.xp() - (before == null ? 0 : before.xp()), Long::sum);
        }
        claims.sightings().forEach(seen -> sightings.merge(seen.key(), seen, Sighting::merge));
        return Uni.createFrom().item(held);
    }

    Rows rows() {
        var members = new ArrayList<Rows.Member>();
        sightings.forEach((key, seen) -> members.add(new Rows.Member(seen, totals.getOrDefault(key, 0L))));
        return new Rows(List.copyOf(awards.values()), members);
    }
}
