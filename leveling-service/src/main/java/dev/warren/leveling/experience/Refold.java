package dev.warren.leveling.experience;

import dev.warren.leveling.experience.Judged.Decision;
import dev.warren.leveling.experience.Sighting.Key;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Stores messages whose rules look back, judges them after those before them, and once more what came after them. The caller holds the
 * members' rows, so nobody else judges the same member meanwhile.
 */
@ApplicationScoped
class Refold {
    private final FeatureRows rows;

    Refold(FeatureRows rows) {
        this.rows = rows;
    }

    /** What became of all messages that were judged: the new ones, and those after them. */
    Uni<List<Judged>> add(SqlConnection tx, Collection<Feature> features, Rules rules) {
        return rows.insert(tx, features).chain(fresh -> again(tx, begins(fresh), rules));
    }

    /** Judges members once more, each from a minute on. */
    Uni<List<Judged>> again(SqlConnection tx, Map<Key, Minute> begins, Rules rules) {
        if (begins.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return rows.context(tx, begins).chain(contexts -> {
            var judged = new ArrayList<Judged>();
            var changes = new ArrayList<AwardChange>();
            for (var context : contexts) {
                var again = judge(context, time -> rules.at(context.key().guild(), time));
                changes.addAll(again.changes());
                judged.addAll(again.judged());
            }
            return rows.change(tx, changes).replaceWith(judged);
        });
    }

    /** What became of messages, and how awards change by it. */
    record Again(List<Judged> judged, List<AwardChange> changes) {}

    static Again judge(MemberContext context, Function<Instant, XpRules> rules) {
        var fold = new Fold(rules, Past.of(context.before(), context.xp()), context.elsewhere());
        var judged = fold.judge(context.features());
        return new Again(judged, changes(context, judged));
    }

    /** From the minute of each member's earliest message on. */
    private static Map<Key, Minute> begins(Collection<Feature> features) {
        var begins = new TreeMap<Key, Minute>();
        for (var feature : features) {
            var key = new Key(feature.key().guild(), feature.key().member());
            begins.merge(key, feature.key().minute(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        return begins;
    }

    private static List<AwardChange> changes(MemberContext context, List<Judged> judged) {
        var wanted = new TreeMap<Minute, MinuteAward>();
        for (var one : judged) {
            if (one.decision() instanceof Decision.Earned(var xp)) {
                var feature = one.feature();
                wanted.put(
                        feature.key().minute(),
                        new MinuteAward(feature.key(), feature.message(), feature.live(), xp, one.rules()));
            }
        }
        var changes = new ArrayList<AwardChange>();
        var elsewhere = context.elsewhere();
        for (var held : context.awards().values()) {
            var award = wanted.remove(held.key().minute());
            if (award == null) {
                if (!elsewhere.containsKey(held.key().minute())) {
                    changes.add(AwardChange.gone(held));
                }
            } else if (!award.equals(held)) {
                changes.add(AwardChange.changed(held, award));
            }
        }
        wanted.values().forEach(award -> changes.add(AwardChange.fresh(award)));
        return changes;
    }
}
