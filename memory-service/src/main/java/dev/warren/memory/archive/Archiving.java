package dev.warren.memory.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.memory.MemoryConfig;
import dev.warren.memory.keys.MemberKey;
import dev.warren.memory.keys.MemberKeys;
import dev.warren.memory.keys.Standing;
import dev.warren.memory.keys.Standings;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.DenseHandler;
import dev.warren.schemas.conversation.ConversationEvent;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps what was said, a batch in one statement; the event's id and time make it the same row however often it comes. What an erased member
 * said before, what members do not want to be kept, and what is older than anything is kept, is left out.
 */
@ApplicationScoped
class Archiving implements DenseHandler<ConversationEvent> {
    /** Clocks differ; what is further ahead is no time at which something was said. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final String MONTHS = "SELECT ensure_conversation_month(month) FROM unnest($1::date[]) AS n (month)";
    private static final String STORE = """
            INSERT INTO conversation_record (at, event_id, member, kind, sealed)
            SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::bigint[], $4::text[], $5::bytea[])
            ON CONFLICT DO NOTHING""";
    private static final String NOTICE = """
            INSERT INTO privacy_notice (member, channel, since)
            SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) ON CONFLICT DO NOTHING""";

    private final MemoryConfig.Archive config;
    private final Standings standings;
    private final MemberKeys keys;
    private final InstantSource clock;
    private final Counter stored;
    private final Counter leftOut;
    private final ObjectMapper mapper = WireJson.mapper();

    Archiving(MemoryConfig config, Standings standings, MemberKeys keys, InstantSource clock, MeterRegistry meters) {
        this.config = config.archive();
        this.standings = standings;
        this.keys = keys;
        this.clock = clock;
        this.stored = meters.counter("warren.archive", "what", "stored");
        this.leftOut = meters.counter("warren.archive", "what", "left-out");
    }

    @Override
    public Uni<Void> store(List<Received<ConversationEvent>> batch, SqlConnection tx) {
        var now = clock.instant();
        var said = batch.stream()
                .flatMap(received -> Said.of(received.event()).stream())
                .filter(one -> isRecent(one, now))
                .toList();
        if (said.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var users = said.stream().map(Said::user).collect(Collectors.toSet());
        return standings.lockAll(tx, users).chain(held -> {
            var kept = said.stream()
                    .filter(one -> of(held, one.user()).mayKeep(one.at()))
                    .toList();
            leftOut.increment(said.size() - kept.size());
            return kept.isEmpty() ? Uni.createFrom().voidItem() : store(tx, kept, held);
        });
    }

    private boolean isRecent(Said said, Instant now) {
        if (said.at().isAfter(now.plus(AHEAD))) {
            throw new IllegalArgumentException("at must not lie more than " + AHEAD + " ahead: " + said.at());
        }
        return said.at().isAfter(now.minus(config.kept()));
    }

    private static Standing of(Map<UserId, Standing> held, UserId user) {
        return Optional.ofNullable(held.get(user)).orElse(Standing.NEW);
    }

    private Uni<Void> store(SqlConnection tx, List<Said> kept, Map<UserId, Standing> held) {
        var theirs = kept.stream()
                .map(Said::user)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), user -> of(held, user)));
        var rows = kept.stream()
                .sorted(Comparator.comparing(Said::at)
                        .thenComparing(one -> one.id().value()))
                .toList();
        return keys.of(theirs)
                .chain(sealedWith -> tx.preparedQuery(MONTHS)
                        .execute(months(rows))
                        .chain(() -> tx.preparedQuery(STORE).execute(tuple(rows, sealedWith))))
                .invoke(done -> stored.increment(done.rowCount()))
                .chain(() -> note(tx, rows, theirs));
    }

    private static Tuple months(List<Said> rows) {
        return Tuple.tuple()
                .addArrayOfLocalDate(rows.stream()
                        .map(one ->
                                LocalDate.ofInstant(one.at(), ZoneOffset.UTC).withDayOfMonth(1))
                        .distinct()
                        .toArray(LocalDate[]::new));
    }

    private Tuple tuple(List<Said> rows, Map<UserId, MemberKey> sealedWith) {
        return Tuple.from(new Object[] {
            rows.stream().map(one -> at(one.at())).toArray(OffsetDateTime[]::new),
            rows.stream().map(one -> one.id().value()).toArray(String[]::new),
            rows.stream().map(one -> one.user().value()).toArray(Long[]::new),
            rows.stream().map(one -> one.kind().name()).toArray(String[]::new),
            rows.stream()
                    .map(one -> Buffer.buffer(Optional.ofNullable(sealedWith.get(one.user()))
                            .orElseThrow(() -> new IllegalStateException("there is no key to seal with: " + one.id()))
                            .seal(one.row(), write(one.payload()))))
                    .toArray(Buffer[]::new)
        });
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private byte[] write(ConversationEvent payload) {
        try {
            return mapper.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }

    /** Whoever has something kept for the first time is told so. */
    private Uni<Void> note(SqlConnection tx, List<Said> kept, Map<UserId, Standing> theirs) {
        var first = new LinkedHashMap<UserId, Said>();
        kept.stream()
                .filter(one -> !of(theirs, one.user()).told())
                .sorted(Comparator.comparing(Said::user, Comparator.comparing(UserId::value)))
                .forEach(one -> first.putIfAbsent(one.user(), one));
        if (first.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var told = List.copyOf(first.values());
        return tx.preparedQuery(NOTICE)
                .execute(Tuple.from(new Object[] {
                    told.stream().map(one -> one.user().value()).toArray(Long[]::new),
                    told.stream().map(one -> one.channel().value()).toArray(Long[]::new),
                    told.stream().map(one -> at(one.at())).toArray(OffsetDateTime[]::new)
                }))
                .chain(() -> standings.told(tx, first.keySet()));
    }
}
