package dev.warren.leveling.experience;

import dev.warren.leveling.experience.MinuteAward.Key;
import dev.warren.leveling.experience.XpRules.Verdict.Earns;
import dev.warren.leveling.experience.XpRules.Verdict.Excluded;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.FactEvent.DeletionFact;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What a batch of facts comes to: one award for each minute, one sighting for each member, and what earns nothing. */
final class Claims {
    private final Map<Key, MinuteAward> awards = new HashMap<>();
    private final Map<Sighting.Key, Sighting> sightings = new HashMap<>();
    private final List<Candidate> candidates;
    private final Map<Exclusion, List<EventId>> excluded = new EnumMap<>(Exclusion.class);

    /** A message that claimed a minute. */
    private record Candidate(Key key, MessageId message, EventId correlation) {}

    private Claims(int size) {
        candidates = new ArrayList<>(size);
    }

    /** Folds a batch by the rules that held in each guild at the time of each message. */
    static Claims of(Collection<Received<FactEvent>> batch, BiFunction<GuildId, Instant, XpRules> rules) {
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

    private void add(MessageFact fact, EventId correlation, BiFunction<GuildId, Instant, XpRules> rules) {
        var held =
                fact.guild().map(guild -> rules.apply(guild, fact.createdAt())).orElse(XpRules.DEFAULT);
        switch (held.judge(fact)) {
            case Excluded(var why) ->
                excluded.computeIfAbsent(why, first -> new ArrayList<>()).add(correlation);
            case Earns(var award) -> {
                awards.merge(award.key(), award, MinuteAward::merge);
                candidates.add(new Candidate(award.key(), award.winner(), correlation));
                var seen = new Sighting(
                        new Sighting.Key(award.key().guild(), award.key().member()),
                        fact.message(),
                        fact.live(),
                        fact.authorName(),
                        fact.avatar().orElse(""));
                sightings.merge(seen.key(), seen, Sighting::merge);
            }
        }
    }

    boolean isEmpty() {
        return awards.isEmpty();
    }

    /** The best claim to each minute, in order of keys. */
    Collection<MinuteAward> awards() {
        return new TreeMap<>(awards).values();
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
