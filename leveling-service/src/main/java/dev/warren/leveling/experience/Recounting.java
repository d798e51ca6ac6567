package dev.warren.leveling.experience;

import dev.warren.leveling.experience.RecountPreview.Change;
import dev.warren.leveling.experience.RecountRows.Earner;
import dev.warren.leveling.experience.RecountRows.Other;
import dev.warren.leveling.experience.Sighting.Key;
import dev.warren.leveling.surroundings.Surroundings;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Judges what was written before a moment by the rules of one version. Of messages that were judged by themselves only minute and member
 * are known: their minute is drawn again, times the guild's factor.
 */
@ApplicationScoped
public class Recounting {
    private final Pool pool;
    private final FeatureRows features;
    private final RecountRows rows;
    private final HeldRules held;
    private final Surroundings surroundings;
    private final Gains gains;

    Recounting(
            Pool pool, FeatureRows features, RecountRows rows, HeldRules held, Surroundings surroundings, Gains gains) {
        this.pool = pool;
        this.features = features;
        this.rows = rows;
        this.held = held;
        this.surroundings = surroundings;
        this.gains = gains;
    }

    /** How many members were done, and the last of them. */
    public record Step(int members, long last) {}

    /** What one batch of members comes to. */
    private record Result(
            List<Earner> members,
            List<AwardChange> awards,
            List<Other> voice,
            List<Other> coins,
            Map<Long, Long> gained) {}

    /** What would change among the first so many members if all until now were judged by the rules of now. */
    public Uni<RecountPreview> preview(GuildId guild, Instant now, int most, int batch) {
        return preview(guild, now, 0, most, batch, RecountPreview.NOTHING);
    }

    private Uni<RecountPreview> preview(
            GuildId guild, Instant now, long after, int left, int batch, RecountPreview so) {
        var rules = held.at(guild, now);
        return reckon(pool, guild, rules, now, after, Math.min(left, batch), false)
                .chain(result -> {
                    var changes = result.members().stream()
                            .map(member -> new Change(
                                    new UserId(member.member()),
                                    member.name(),
                                    member.earned(),
                                    member.earned() + result.gained().getOrDefault(member.member(), 0L)))
                            .toList();
                    var sum = so.plus(changes);
                    return changes.size() < Math.min(left, batch) || changes.size() == left
                            ? Uni.createFrom().item(sum)
                            : preview(
                                    guild, now, result.members().getLast().member(), left - changes.size(), batch, sum);
                });
    }

    /**
     * Recounts the next members in a transaction.
     *
     * @param rules that now hold for all before that moment
     * @param cause what wanted it
     */
    public Uni<Step> step(
            SqlConnection tx, GuildId guild, XpRules rules, Instant before, long after, int batch, EventId cause) {
        return reckon(tx, guild, rules, before, after, batch, true)
                .chain(result -> features.change(tx, result.awards())
                        .chain(() -> rows.set(tx, guild, result.voice(), result.coins(), rules.version()))
                        .chain(() -> gains.add(tx, guild, others(result), cause, before))
                        .replaceWith(() -> new Step(
                                result.members().size(),
                                result.members().isEmpty()
                                        ? after
                                        : result.members().getLast().member())));
    }

    /** What is gained besides the awards of messages, which bring their gains themselves. */
    private static Map<UserId, Long> others(Result result) {
        var others = new HashMap<>(result.gained());
        result.awards()
                .forEach(change -> others.merge(change.key().member().value(), -(long) change.gained(), Long::sum));
        var gained = new HashMap<UserId, Long>();
        others.forEach((member, xp) -> gained.put(new UserId(member), xp));
        return gained;
    }

    private Uni<Result> reckon(
            SqlClient tx, GuildId guild, XpRules rules, Instant before, long after, int batch, boolean lock) {
        return rows.members(tx, guild, after, batch, lock).chain(members -> {
            if (members.isEmpty()) {
                return Uni.createFrom().item(new Result(members, List.of(), List.of(), List.of(), Map.of()));
            }
            var begins = new TreeMap<Key, Minute>();
            members.forEach(member -> begins.put(new Key(guild, new UserId(member.member())), new Minute(0)));
            var ids = members.stream().map(Earner::member).toArray(Long[]::new);
            return features.context(tx, begins)
                    .chain(contexts -> rows.voice(tx, guild, ids, before)
                            .chain(voice -> rows.coins(tx, guild, ids, before)
                                    .map(coins -> result(members, contexts, voice, coins, rules, before))));
        });
    }

    private Result result(
            List<Earner> members,
            List<MemberContext> contexts,
            List<Other> voice,
            List<Other> coins,
            XpRules rules,
            Instant before) {
        var awards = contexts.stream()
                .flatMap(context -> changes(context, rules, before).stream())
                .toList();
        var newVoice = changed(voice, one -> spoken(rules, new ChannelId(one.part())));
        var newCoins =
                changed(coins, one -> rules.coins() == 0 ? 0 : (int) Math.min(one.part() / rules.coins(), XpRules.CAP));
        var gained = new HashMap<Long, Long>();
        awards.forEach(change -> gained.merge(change.key().member().value(), (long) change.gained(), Long::sum));
        gain(gained, voice, newVoice);
        gain(gained, coins, newCoins);
        return new Result(members, awards, newVoice, newCoins, gained);
    }

    private List<AwardChange> changes(MemberContext context, XpRules rules, Instant before) {
        var changes = new ArrayList<AwardChange>();
        var awards = new TreeMap<>(context.awards());
        var elsewhere = context.elsewhere();
        for (var award : context.awards().values()) {
            var minute = award.key().minute();
            var again = again(award, rules);
            if (elsewhere.containsKey(minute) && minute.begin().isBefore(before) && !again.equals(award)) {
                changes.add(AwardChange.changed(award, again));
                awards.put(minute, again);
            }
        }
        var judging = new MemberContext(context.key(), context.before(), context.xp(), context.features(), awards);
        changes.addAll(Refold.judge(
                        judging,
                        time -> time.isBefore(before)
                                ? rules
                                : held.at(context.key().guild(), time))
                .changes());
        return changes;
    }

    private static MinuteAward again(MinuteAward award, XpRules rules) {
        int drawn = Draw.between(rules.minimum(), rules.maximum(), award.key());
        int xp = rules.scheme().multipliers().guild().applied(drawn, XpRules.CAP);
        return new MinuteAward(award.key(), award.winner(), award.live(), xp, rules.version());
    }

    private int spoken(XpRules rules, ChannelId channel) {
        var places = surroundings.places(channel, Optional.empty());
        return rules.scheme().exclusions().holdsPlace(places)
                ? 0
                : rules.scheme().multipliers().of(places).applied(rules.voice(), XpRules.CAP);
    }

    private static List<Other> changed(List<Other> others, ToIntFunction<Other> xp) {
        return others.stream()
                .map(one -> one.with(xp.applyAsInt(one)))
                .filter(one -> !others.contains(one))
                .toList();
    }

    private static void gain(Map<Long, Long> gained, List<Other> before, List<Other> after) {
        var changed = new HashMap<String, Other>();
        after.forEach(one -> changed.put(one.member() + "/" + one.what(), one));
        for (var one : before) {
            Optional.ofNullable(changed.get(one.member() + "/" + one.what()))
                    .ifPresent(news -> gained.merge(one.member(), (long) news.xp() - one.xp(), Long::sum));
        }
    }
}
