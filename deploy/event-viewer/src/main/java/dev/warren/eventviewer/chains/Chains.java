package dev.warren.eventviewer.chains;

import static java.util.function.Predicate.not;

import dev.warren.eventviewer.records.Archive;
import dev.warren.eventviewer.records.Links;
import dev.warren.eventviewer.records.Payloads;
import dev.warren.eventviewer.records.RecordIndex;
import dev.warren.eventviewer.records.SeenRecord;
import dev.warren.eventviewer.records.SeenRecord.Place;
import dev.warren.eventviewer.traces.Spans;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds all records of one chain, in what is kept or else in the topics, and puts them in order. */
public final class Chains {
    /** From a posted message to its cause, on to its echo, and to what came of that. */
    private static final int ROUNDS = 4;
    /** More nobody reads. */
    private static final int MOST_RECORDS = 300;

    private final RecordIndex index;
    private final Archive archive;
    private final Spans spans;
    private final Payloads payloads;
    private final Ordering ordering;

    public Chains(RecordIndex index, Archive archive, Spans spans, Payloads payloads, Narration narration) {
        this.index = index;
        this.archive = archive;
        this.spans = spans;
        this.payloads = payloads;
        this.ordering = new Ordering(narration, payloads);
    }

    /** The chain from what is kept; it does not block. */
    public Chain kept(Asked asked) {
        return chain(follow(asked, index::linked), 0, true);
    }

    /** The chain from the topics. It blocks while they are searched. */
    public Chain searched(Asked asked) {
        var read = new int[1];
        var complete = new boolean[] {true};
        var records = follow(asked, links -> {
            var found = archive.linked(links, asked.around());
            read[0] += found.read();
            complete[0] &= found.complete();
            var both = new ArrayList<>(found.records());
            both.addAll(index.linked(links));
            return both;
        });
        return chain(records, read[0], complete[0]);
    }

    /** Whether a chain from what is kept may lack its beginning, so that the topics should be searched. */
    public boolean isPartial(Chain chain) {
        return chain.steps().isEmpty()
                || chain.steps().stream()
                        .filter(step -> step.parent().isEmpty())
                        .anyMatch(step -> !step.record().causationId().isEmpty());
    }

    private Chain chain(Collection<SeenRecord> records, int read, boolean complete) {
        var traces =
                records.stream().flatMap(record -> record.traceId().stream()).toList();
        return new Chain(ordering.steps(records), spans.of(traces), read, complete);
    }

    private Collection<SeenRecord> follow(Asked asked, Function<Set<String>, List<SeenRecord>> finder) {
        Map<Place, SeenRecord> found = new LinkedHashMap<>();
        var asking = asked.links();
        var known = new LinkedHashSet<>(asking);
        for (int round = 0; round < ROUNDS && !asking.isEmpty(); round++) {
            finder.apply(asking).stream()
                    .limit(Math.max(0, MOST_RECORDS - found.size()))
                    .forEach(record -> found.putIfAbsent(record.place(), record));
            var next = new LinkedHashSet<String>();
            found.values().forEach(record -> next.addAll(onward(record)));
            next.removeAll(known);
            known.addAll(next);
            asking = next;
        }
        return found.values();
    }

    /** Where a record leads: to its chain, and to the messages that came of it. */
    private Set<String> onward(SeenRecord record) {
        var topic = record.place().topic();
        if (topic.equals(Topics.DECISIONS.name())) {
            // it concerns many chains, and bears the id of the first
            return Set.of();
        }
        var links = new LinkedHashSet<String>();
        Optional.of(record.correlationId()).filter(not(String::isEmpty)).ifPresent(id -> links.add(Links.root(id)));
        if (topic.equals(Topics.RECEIPTS.name())) {
            payloads.read(record)
                    .filter(ReplyDone.class::isInstance)
                    .map(ReplyDone.class::cast)
                    .ifPresent(done -> done.messages().forEach((MessageId made) -> links.addAll(Asked.linksOf(made))));
        }
        return links;
    }
}
