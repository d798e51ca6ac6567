package dev.warren.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.connection.BotUser;
import dev.warren.gateway.connection.GatewaySession;
import dev.warren.gateway.connection.Snowflake;
import dev.warren.gateway.connection.StoredSession;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A shard is killed at any point of any course of events. Whether its session is resumed or gone: each message that Kafka does not have
 * comes again, or lies in a gap.
 */
class CrashProperties {
    @Property(tries = 300)
    void killed_atAnyPoint_nothingIsLost(@ForAll long seed) {
        var course = new Course(new Random(seed));
        course.begin();
        for (int life = 0; life < 4; life++) {
            for (int step = 0; step < 60; step++) {
                course.step();
            }
            course.kill(course.random.nextBoolean());
        }
    }

    /** One course of events, with what is stored outside the process. */
    private static final class Course {
        private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
        private static final GuildId GUILD = new GuildId(7);

        private final Random random;
        private final Map<ChannelId, Gap> gaps = new HashMap<>();
        private final Map<ChannelId, Mark> marks = new HashMap<>();
        private final Map<ChannelId, MessageId> last = new HashMap<>();
        private final List<Said> said = new ArrayList<>();
        private final Set<MessageId> inKafka = new HashSet<>();
        private final Set<Long> ended = new HashSet<>();
        private Memory stored = Memory.none(1);
        private ShardMemory memory = new ShardMemory(Bounds.defaults(), stored);
        private String session = "";
        private long sequence;
        private long taken;
        private int sessions;
        private Instant now = START;

        /** @param sequence in its session */
        private record Said(String session, long sequence, Mark mark) {}

        Course(Random random) {
            this.random = random;
        }

        private void begin() {
            session = "session" + sessions++;
            sequence = 0;
            taken = 0;
            ended.clear();
            take(() -> memory.sessionBegan(Set.of(GUILD), now));
            take(() -> memory.guildTold(GUILD, Optional.empty(), Map.copyOf(last), now));
        }

        private void take(Runnable heard) {
            sequence++;
            heard.run();
            end(sequence);
        }

        private void end(long number) {
            ended.add(number);
            while (ended.contains(taken + 1)) {
                taken++;
            }
        }

        private void step() {
            now = now.plusSeconds(random.nextInt(20));
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> say();
                case 4, 5 -> acknowledge();
                case 6 -> write();
                default -> {
                    if (random.nextInt(10) == 0) {
                        begin();
                    }
                }
            }
        }

        private void say() {
            var channel = new ChannelId(70 + random.nextInt(3));
            var mark = new Mark(
                    channel,
                    Optional.of(GUILD),
                    new MessageId(Snowflakes.at(now).value() + said.size() + 1));
            last.put(channel, mark.message());
            var one = new Said(session, ++sequence, mark);
            said.add(one);
            memory.arrived(session, one.sequence(), mark);
            if (random.nextInt(4) == 0) {
                memory.shed(mark);
                end(one.sequence());
            }
        }

        /** Kafka takes some, in any order. */
        private void acknowledge() {
            said.stream()
                    .filter(one ->
                            one.session().equals(session) && random.nextInt(3) > 0 && !ended.contains(one.sequence()))
                    .toList()
                    .forEach(one -> {
                        inKafka.add(one.mark().message());
                        end(one.sequence());
                    });
        }

        private void write() {
            memory.changes(session, taken, resumable(), now).ifPresent(changes -> {
                if (random.nextInt(5) == 0) {
                    memory.notWritten(changes);
                    return;
                }
                changes.forgotten().forEach(marks::remove);
                changes.marks().forEach(mark -> marks.merge(mark.channel(), mark, Mark::merge));
                changes.gaps().forEach(gap -> gaps.merge(gap.channel(), gap, Gap::merge));
                stored = new Memory(
                        1, changes.session(), changes.newest(), changes.since(), changes.awaited(), marks.values());
            });
        }

        private Optional<StoredSession> resumable() {
            return Optional.of(new StoredSession(
                    new GatewaySession(
                            session,
                            URI.create("ws://127.0.0.1:1"),
                            new Snowflake(1),
                            0,
                            new BotUser(new Snowflake(2), "Warren"),
                            Set.of()),
                    sequence));
        }

        private void kill(boolean resumed) {
            if (stored.newest().isEmpty()) {
                // nothing was ever written, so there is nothing to go back to
                said.clear();
            }
            stored = new Memory(
                    1,
                    stored.session(),
                    stored.newest(),
                    stored.since(),
                    stored.awaited(),
                    List.copyOf(marks.values()));
            memory = new ShardMemory(Bounds.defaults(), stored);
            var place = stored.session();
            var again = new TreeSet<Long>();
            boolean goesOn =
                    resumed && place.isPresent() && place.get().session().id().equals(session);
            if (goesOn) {
                long from = place.get().sequence();
                said.stream()
                        .filter(one -> one.session().equals(session) && one.sequence() > from)
                        .forEach(one -> again.add(one.mark().message().value()));
            } else {
                begin();
                write(memory);
            }
            for (var one : said) {
                var message = one.mark().message();
                boolean inGap = Optional.ofNullable(gaps.get(one.mark().channel()))
                        .filter(gap -> message.value() > gap.after().value()
                                && message.value() <= gap.until().value())
                        .isPresent();
                assertThat(inKafka.contains(message) || inGap || again.contains(message.value()))
                        .as("%s, resumed %s, stored %s", one, goesOn, stored)
                        .isTrue();
            }
            if (goesOn) {
                replay(place.get().sequence());
            }
        }

        private void write(ShardMemory now) {
            now.changes(session, taken, resumable(), this.now)
                    .ifPresent(changes -> changes.gaps().forEach(gap -> gaps.merge(gap.channel(), gap, Gap::merge)));
        }

        /** Discord sends everything after the stored sequence again. */
        private void replay(long from) {
            taken = from;
            ended.removeIf(number -> number > from);
            var rest = said.stream()
                    .filter(one -> one.session().equals(session) && one.sequence() > from)
                    .toList();
            for (long number = from + 1; number <= sequence; number++) {
                long current = number;
                rest.stream()
                        .filter(one -> one.sequence() == current)
                        .findFirst()
                        .ifPresentOrElse(one -> memory.arrived(session, current, one.mark()), () -> end(current));
            }
        }
    }
}
