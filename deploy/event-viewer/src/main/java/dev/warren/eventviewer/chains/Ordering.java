package dev.warren.eventviewer.chains;

import dev.warren.eventviewer.records.Payloads;
import dev.warren.eventviewer.records.SeenRecord;
import dev.warren.schemas.bot.DeadLetterEvent.PutAside;
import dev.warren.schemas.bot.DecisionEvent.Decided;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.ids.EventId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the records of a chain in the order of cause and effect. */
final class Ordering {
    private final Narration narration;
    private final Payloads payloads;

    Ordering(Narration narration, Payloads payloads) {
        this.narration = narration;
        this.payloads = payloads;
    }

    /** A record with what was found out about it. */
    private record Draft(SeenRecord record, Told told, Instant at, boolean exact) {}

    /** The steps of a chain, each after its cause, and before what came later. */
    List<Step> steps(Collection<SeenRecord> records) {
        var drafts = records.stream()
                .map(this::draft)
                .sorted(Comparator.comparing(Draft::at)
                        .thenComparing(draft -> draft.record().seenAt())
                        .thenComparing(draft -> draft.record().place().offset()))
                .toList();
        var byEvent = new LinkedHashMap<String, Draft>();
        drafts.forEach(draft -> byEvent.putIfAbsent(draft.record().eventId(), draft));
        var posted = posted(drafts);
        var children = new IdentityHashMap<Draft, List<Draft>>();
        var roots = new ArrayList<Draft>();
        for (var draft : drafts) {
            var cause = cause(draft, byEvent, posted).filter(found -> found != draft);
            if (cause.isPresent()) {
                children.computeIfAbsent(cause.get(), _ -> new ArrayList<>()).add(draft);
            } else {
                roots.add(draft);
            }
        }
        var times = times(drafts, children);
        Comparator<Draft> inTime = Comparator.comparing(draft -> times.getOrDefault(draft, draft.at()));
        children.values().forEach(found -> found.sort(inTime));
        return written(roots, children, byEvent, times);
    }

    private Draft draft(SeenRecord record) {
        var told = narration.tell(record);
        var at = told.at().orElseGet(() -> record.live() ? record.seenAt() : record.eventTime());
        return new Draft(record, told, at, told.at().isPresent());
    }

    /** The receipts by the messages that came of them. */
    private Map<String, Draft> posted(List<Draft> drafts) {
        var posted = new HashMap<String, Draft>();
        for (var draft : drafts) {
            if (payloads.read(draft.record()).orElse("") instanceof ReplyDone done) {
                done.messages()
                        .forEach(message -> posted.put(EventId.message(message).value(), draft));
            }
        }
        return posted;
    }

    private Optional<Draft> cause(Draft draft, Map<String, Draft> byEvent, Map<String, Draft> posted) {
        var payload = payloads.read(draft.record()).orElse("");
        return switch (payload) {
            case Decided decided -> decided(decided, byEvent);
            case PutAside aside ->
                byEvent.values().stream()
                        .filter(found -> found.record().place().equals(source(aside)))
                        .findFirst()
                        .or(() -> found(byEvent, aside.headers().getOrDefault("ce_id", "")));
            // a message of the bot's own comes back to the gateway like any other
            case MessageCreated _
            when posted.containsKey(draft.record().eventId()) ->
                found(posted, draft.record().eventId());
            default -> found(byEvent, draft.record().causationId());
        };
    }

    private static SeenRecord.Place source(PutAside aside) {
        return new SeenRecord.Place(aside.topic(), aside.partition(), aside.offset());
    }

    /** A decision names the chain; it was made over the message's fact where it is about XP, else over its command. */
    private static Optional<Draft> decided(Decided decided, Map<String, Draft> byEvent) {
        var kinds = Became.isSkip(decided.reason()) ? List.of("fact:") : List.of("command:");
        for (var chain : decided.correlations()) {
            var id = chain.value();
            for (var kind : kinds) {
                var nearer = found(byEvent, id.replaceFirst("^message:", kind));
                if (nearer.isPresent()) {
                    return nearer;
                }
            }
            var itself = found(byEvent, id);
            if (itself.isPresent()) {
                return itself;
            }
        }
        return Optional.empty();
    }

    private static Optional<Draft> found(Map<String, Draft> drafts, String id) {
        return Optional.ofNullable(drafts.get(id));
    }

    /**
     * When something happened, at the latest: before all that it caused. What the viewer has seen late is put right by what records tell
     * of themselves.
     */
    private static Map<Draft, Instant> times(List<Draft> drafts, Map<Draft, List<Draft>> children) {
        var times = new IdentityHashMap<Draft, Instant>();
        drafts.forEach(draft -> time(draft, children, times));
        return times;
    }

    private static Instant time(Draft draft, Map<Draft, List<Draft>> children, Map<Draft, Instant> times) {
        var known = Optional.ofNullable(times.get(draft));
        if (known.isPresent()) {
            return known.get();
        }
        // set first, so that records that name each other as their cause end here
        times.put(draft, draft.at());
        var effects = children.getOrDefault(draft, List.of()).stream()
                .map(child -> time(child, children, times))
                .min(Comparator.naturalOrder())
                .filter(first -> !draft.exact() && first.isBefore(draft.at()));
        effects.ifPresent(first -> times.put(draft, first));
        return effects.orElse(draft.at());
    }

    /** A draft whose turn it is, under the place of its cause. */
    private record Turn(Draft draft, int depth, Optional<Integer> parent, Instant notBefore) {}

    private static List<Step> written(
            List<Draft> roots, Map<Draft, List<Draft>> children, Map<String, Draft> first, Map<Draft, Instant> times) {
        var steps = new ArrayList<Step>();
        var turns = new ArrayDeque<Turn>();
        Set<Draft> done = Collections.newSetFromMap(new IdentityHashMap<>());
        roots.reversed().forEach(root -> turns.push(new Turn(root, 0, Optional.empty(), Instant.MIN)));
        while (!turns.isEmpty()) {
            var turn = turns.pop();
            var draft = turn.draft();
            if (!done.add(draft)) {
                continue;
            }
            var latest = times.getOrDefault(draft, draft.at());
            var at = !draft.exact() && latest.isBefore(turn.notBefore()) ? turn.notBefore() : latest;
            int place = steps.size();
            steps.add(new Step(
                    draft.record(),
                    Narration.service(draft.record()),
                    draft.told(),
                    at,
                    draft.exact(),
                    turn.depth(),
                    turn.parent(),
                    first.get(draft.record().eventId()) != draft));
            children.getOrDefault(draft, List.of())
                    .reversed()
                    .forEach(child -> turns.push(new Turn(child, turn.depth() + 1, Optional.of(place), at)));
        }
        return steps;
    }
}
