package dev.warren.leveling.experience;

import static dev.warren.leveling.Facts.NOON;

import dev.warren.leveling.Facts;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.FactEvent.DeletionFact;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Sets of facts, and the ways in which a broker may deliver them: in any order, again, in any batches. */
final class Deliveries {
    private static final Received.Position NOWHERE = new Received.Position("discord.facts", 0, 0);

    private Deliveries() {}

    /** Facts of few members in few minutes, so that they compete: live, read back, both; bots and commands among them; deletes. */
    static List<FactEvent> facts(RandomGenerator random, GuildId guild, int messages) {
        var facts = new ArrayList<FactEvent>();
        for (int i = 0; i < messages; i++) {
            var fact = Facts.called(
                    Facts.written(
                            guild, new UserId(1 + random.nextInt(4)), NOON.plusMillis(random.nextInt(300_000)), i),
                    List.of("Ada", "ada", "Äda", "\uFF21da", "😀").get(random.nextInt(5)));
            switch (random.nextInt(10)) {
                case 0 -> facts.add(Facts.byBot(fact));
                case 1 -> facts.add(Facts.commanding(fact, "rank"));
                case 2 ->
                    facts.add(
                            new DeletionFact(fact.message(), fact.guild(), fact.channel(), Optional.of(fact.author())));
                case 3, 4 -> facts.add(Facts.backfilled(fact));
                case 5, 6 -> {
                    facts.add(fact);
                    // read back later, when the member was called otherwise
                    facts.add(Facts.backfilled(Facts.called(fact, "Later")));
                    facts.add(Facts.backfilled(Facts.called(fact, "Latest")));
                }
                default -> facts.add(fact);
            }
        }
        return facts;
    }

    /** Everything at least once, some of it more often, in any order and any batches. */
    static List<Claims> delivered(List<FactEvent> facts, RandomGenerator random) {
        var delivered = new ArrayList<>(facts);
        for (var fact : facts) {
            if (random.nextInt(4) == 0) {
                delivered.add(fact);
            }
        }
        Collections.shuffle(delivered, Random.from(random));
        var batches = new ArrayList<Claims>();
        while (!delivered.isEmpty()) {
            var batch = delivered.subList(0, 1 + random.nextInt(delivered.size()));
            batches.add(claims(List.copyOf(batch)));
            batch.clear();
        }
        return batches;
    }

    static Claims claims(List<? extends FactEvent> facts) {
        return claims(facts, Deliveries::rules);
    }

    static Claims claims(List<? extends FactEvent> facts, Rules rules) {
        var received = new ArrayList<Received<FactEvent>>();
        facts.forEach(fact -> received.add(received(fact)));
        return Claims.of(received, rules);
    }

    /** The rules change twice while the facts happen; for a minute in between there is no leveling at all. */
    private static XpRules rules(GuildId guild, Instant time) {
        if (time.isBefore(NOON.plusSeconds(90))) {
            return XpRules.DEFAULT;
        }
        return time.isBefore(NOON.plusSeconds(150)) ? new XpRules(1, false, 15, 25) : new XpRules(2, true, 40, 90);
    }

    private static Received<FactEvent> received(FactEvent fact) {
        Event<FactEvent> event = switch (fact) {
            case FactEvent.MessageFact message -> widened(Facts.event(message));
            case DeletionFact deletion ->
                Event.first(EventId.messageDeleted(deletion.message()), "/gateway/0", NOON, "", deletion);
            case FactEvent.Unknown unknown -> throw new IllegalArgumentException(unknown.type());
        };
        return new Received<>(event, Optional.empty(), Optional.empty(), NOWHERE);
    }

    private static Event<FactEvent> widened(Event<? extends FactEvent> event) {
        return Event.first(event.id(), event.source(), event.time(), event.subject(), event.payload());
    }
}
