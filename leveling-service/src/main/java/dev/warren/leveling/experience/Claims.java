package dev.warren.leveling.experience;

import dev.warren.leveling.experience.MinuteAward.Key;
import dev.warren.leveling.experience.XpRules.Verdict.Earns;
import dev.warren.leveling.experience.XpRules.Verdict.Excluded;
import dev.warren.leveling.rules.Curve;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.FactEvent.DeletionFact;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What a batch of facts comes to: one award for each minute, one sighting for each member, and what earns nothing. */
final class Claims {
    private final Map<Key, MinuteAward> awards = new HashMap<>();
    private final Map<Sighting.Key, Sighting> sightings = new HashMap<>();
    private final List<Candidate> candidates;
    private final NavigableMap<MessageId, Feature> features = new TreeMap<>(Comparator.comparingLong(MessageId::value));
    private final Map<GuildId, Long> firstLevels = new HashMap<>();
    private final Map<MessageId, EventId> correlations = new HashMap<>();
    private final Map<Exclusion, List<EventId>> excluded = new EnumMap<>(Exclusion.class);

    /** A message that claimed a minute. */
    private record Candidate(Key key, MessageId message, EventId correlation) {}

    private Claims(int size) {
        candidates = new ArrayList<>(size);
    }

    /** Folds a batch by the rules that held in each guild at the time of each message. */
    static Claims of(Collection<Received<FactEvent>> batch, Rules rules) {
        var claims = new Claims(batch.size());
        for (var received : batch) {
            switch (received.event().payload()) {
                case MessageFact fact -> claims.add(fact, received.event().correlationId(), rules);
                // what was earned stays earned: a moderator's purge must not cost levels
                case DeletionFact _, FactEvent.Unknown _ -> {}
            }
        }
        return claims;
    }

    private void add(MessageFact fact, EventId correlation, Rules rules) {
        var unwritten = XpRules.unwritten(fact);
        if (unwritten.isPresent() || fact.guild().isEmpty()) {
            exclude(unwritten.orElse(Exclusion.DIRECT_MESSAGE), correlation);
            return;
        }
        var guild = fact.guild().get();
        var held = rules.at(guild, fact.createdAt());
        var looksBack = rules.lookBack(guild, Minute.of(fact.createdAt()));
        // most guilds do not care where a message stands
        List<ChannelId> places =
                looksBack || !held.isPlain() ? rules.places(fact.channel(), fact.channelParent()) : List.of();
        var feature = Feature.of(guild, fact, places);
        if (looksBack) {
            features.merge(feature.message(), feature, Feature::merge);
            correlations.put(feature.message(), correlation);
            see(feature.key(), fact, held);
            return;
        }
        switch (held.judge(feature, Past.none())) {
            case Excluded(var why) -> exclude(why, correlation);
            case Earns(var award) -> {
                awards.merge(award.key(), award, MinuteAward::merge);
                candidates.add(new Candidate(award.key(), award.winner(), correlation));
                see(award.key(), fact, held);
            }
        }
    }

    private void see(Key key, MessageFact fact, XpRules held) {
        firstLevels.put(key.guild(), held.curve().total(1));
        var seen = new Sighting(
                new Sighting.Key(key.guild(), key.member()),
                fact.message(),
                fact.live(),
                fact.authorName(),
                fact.avatar().orElse(""),
                fact.channel());
        sightings.merge(seen.key(), seen, Sighting::merge);
    }

    private void exclude(Exclusion why, EventId correlation) {
        excluded.computeIfAbsent(why, first -> new ArrayList<>()).add(correlation);
    }

    boolean isEmpty() {
        return awards.isEmpty() && features.isEmpty();
    }

    /** The best claim to each minute, in order of keys. */
    Collection<MinuteAward> awards() {
        return new TreeMap<>(awards).values();
    }

    /** The XP of the first level in a guild, for those who are new there. */
    long firstLevel(GuildId guild) {
        return firstLevels.getOrDefault(guild, Curve.MEE6.total(1));
    }

    /** Messages that are judged after those before them, in the order of their snowflakes. */
    Collection<Feature> features() {
        return features.values();
    }

    /** The chain of a message that is judged so. */
    Optional<EventId> correlation(MessageId message) {
        return Optional.ofNullable(correlations.get(message));
    }

    /** The newest sighting of each member who claimed a minute, in order of keys. */
    Collection<Sighting> sightings() {
        return new TreeMap<>(sightings).values();
    }

    /** The chains of messages that earn nothing, by the reason. */
    Map<Exclusion, List<EventId>> excluded() {
        return excluded;
    }

    /**
     * The chains of messages whose minute another message of that member has.
     *
     * @param held the winners that stand where a claim of this batch did not prevail
     */
    List<EventId> outrun(Map<Key, MessageId> held) {
        if (candidates.size() == awards.size() && held.isEmpty()) {
            return List.of();
        }
        var outrun = new ArrayList<EventId>();
        for (var candidate : candidates) {
            var winner = Optional.ofNullable(held.get(candidate.key()))
                    .or(() -> Optional.ofNullable(awards.get(candidate.key())).map(MinuteAward::winner));
            if (winner.filter(candidate.message()::equals).isEmpty()) {
                outrun.add(candidate.correlation());
            }
        }
        return outrun;
    }
}
