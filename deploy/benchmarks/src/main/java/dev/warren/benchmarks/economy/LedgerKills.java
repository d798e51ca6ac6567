package dev.warren.benchmarks.economy;

import static org.awaitility.Awaitility.await;

import dev.warren.benchmarks.stack.StackProcesses;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Members move coins at random while the economy service and PostgreSQL are killed in turn, and some of what they asked comes again. The
 * ledger must then be what an oracle makes of it that shares no code: purses in a map, in the order of the ledger's numbers.
 *
 * @param guild of this run alone
 * @param wishes how many
 * @param perSecond how many are asked in a second
 * @param kills evenly over the wishes
 */
public record LedgerKills(GuildId guild, int wishes, double perSecond, int kills) {
    private static final String ECONOMY = "economy-service";
    private static final int MEMBERS = 20;
    /** One of so many wishes is delivered again, later on. */
    private static final int AGAIN = 10;

    private static final long SEED = 42;
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    public LedgerKills {
        if (wishes < 1) {
            throw new IllegalArgumentException("wishes must be at least 1: " + wishes);
        }
        if (kills < 0) {
            throw new IllegalArgumentException("kills must not be negative: " + kills);
        }
    }

    /**
     * What became of the wishes.
     *
     * @param made how many transactions there are
     * @param unanswered wishes without an answer
     * @param answeredTwofold wishes with two different answers
     * @param impossible transactions that the oracle cannot make in their place, or that nobody wished for
     * @param wrong balances that differ from the oracle's
     * @param drift coins that are there and should not be, or the other way round
     */
    public record Report(
            int wishes,
            int made,
            int kills,
            int unanswered,
            int answeredTwofold,
            int impossible,
            int wrong,
            long drift) {
        public boolean isExact() {
            return unanswered == 0 && answeredTwofold == 0 && impossible == 0 && wrong == 0 && drift == 0;
        }
    }

    /** Runs it to its end. */
    public Report run(StackProcesses processes, RawKafka kafka) throws InterruptedException, SQLException {
        var random = new Random(SEED);
        var codec = new EventCodec();
        var all = new LinkedHashMap<String, Wish>();
        var sent = new ArrayList<Event<InteractionEvent>>();
        long first = System.currentTimeMillis() << 20;
        try (var answers = kafka.consumer(Topics.ANSWERS.name(), Map.of());
                var producer = kafka.producer(Map.of("linger.ms", 0))) {
            answers.seekToEnd(answers.assignment());
            answers.assignment().forEach(answers::position);
            var start = System.nanoTime();
            int killed = 0;
            for (int i = 0; i < wishes; i++) {
                pause(start + (long) (i * NANOS_PER_SECOND / perSecond));
                var wish = Wish.random(guild, first + i, MEMBERS, random);
                var asked = wish.asked(Instant.now());
                all.put(wish.key().value(), wish);
                sent.add(asked);
                producer.send(codec.encode(new Outgoing<>(Topics.INTERACTIONS, asked), Optional.empty()));
                if (i % AGAIN == AGAIN - 1) {
                    var again = sent.get(random.nextInt(sent.size()));
                    producer.send(codec.encode(new Outgoing<>(Topics.INTERACTIONS, again), Optional.empty()));
                }
                if (killed < kills && i + 1 >= (long) wishes * (killed + 1) / (kills + 1)) {
                    processes.kill(killed % 2 == 0 ? ECONOMY : WarrenStack.POSTGRESQL);
                    killed++;
                }
            }
            producer.flush();
            processes.awaitReady(ECONOMY);
            return reckon(processes, all, answers(answers, all.keySet()));
        }
    }

    private static void pause(long until) throws InterruptedException {
        long nanos = until - System.nanoTime();
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }

    /** What was answered to each wish, as it stands in the records. */
    private static Map<String, Set<String>> answers(KafkaConsumer<String, byte[]> consumer, Set<String> wished) {
        var answers = new HashMap<String, Set<String>>();
        await("all wishes to be answered").atMost(PATIENCE).pollInterval(POLL).until(() -> {
            consumer.poll(POLL).forEach(record -> {
                var cause = record.headers().lastHeader(Headers.CAUSATION_ID);
                if (cause != null) {
                    answers.computeIfAbsent(new String(cause.value(), StandardCharsets.UTF_8), _ -> new HashSet<>())
                            .add(Arrays.toString(record.value()));
                }
            });
            return answers.keySet().containsAll(wished);
        });
        return answers;
    }

    private Report reckon(StackProcesses processes, Map<String, Wish> wishes, Map<String, Set<String>> answers)
            throws SQLException {
        var purses = new HashMap<String, Long>();
        int impossible = 0;
        int wrong = 0;
        var made = new ArrayList<String>();
        long drift;
        try (var database = processes.database("economy")) {
            made.addAll(keys(database));
            for (var key : made) {
                impossible += Optional.ofNullable(wishes.get(key))
                                .filter(wish -> make(purses, wish))
                                .isPresent()
                        ? 0
                        : 1;
            }
            impossible += made.size() - new HashSet<>(made).size();
            var held = held(database);
            for (int member = 0; member < MEMBERS; member++) {
                wrong += same(held, purses, "wallet", member) ? 0 : 1;
                wrong += same(held, purses, "bank", member) ? 0 : 1;
            }
            long there = held.values().stream().mapToLong(Long::longValue).sum();
            long granted = purses.values().stream().mapToLong(Long::longValue).sum();
            drift = Math.abs(there - granted);
        }
        int twofold = (int) wishes.keySet().stream()
                .filter(key -> answers.getOrDefault(key, Set.of()).size() > 1)
                .count();
        int unanswered = (int) wishes.keySet().stream()
                .filter(key -> !answers.containsKey(key))
                .count();
        return new Report(wishes.size(), made.size(), kills, unanswered, twofold, impossible, wrong, drift);
    }

    private static boolean same(Map<String, Long> held, Map<String, Long> purses, String purse, int member) {
        var name = purse + " " + member;
        return held.getOrDefault(name, 0L).equals(purses.getOrDefault(name, 0L));
    }

    /** Makes a wish come true in the map, if it can. */
    private static boolean make(Map<String, Long> purses, Wish wish) {
        var wallet = "wallet " + wish.who();
        var bank = "bank " + wish.who();
        var from = switch (wish.kind()) {
            case "grant" -> Optional.<String>empty();
            case "withdraw" -> Optional.of(bank);
            case String other -> Optional.of(wallet);
        };
        if (from.isPresent() && purses.getOrDefault(from.get(), 0L) < wish.amount()) {
            return false;
        }
        var to = switch (wish.kind()) {
            case "deposit" -> bank;
            case "pay" -> "wallet " + wish.whom();
            case String other -> wallet;
        };
        from.ifPresent(purse -> purses.merge(purse, -wish.amount(), Long::sum));
        purses.merge(to, wish.amount(), Long::sum);
        return true;
    }

    private List<String> keys(Connection database) throws SQLException {
        var keys = new ArrayList<String>();
        try (var query = database.prepareStatement(
                "SELECT event_key FROM ledger_transaction WHERE guild_id = ? ORDER BY number")) {
            query.setLong(1, guild.value());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
        }
        return keys;
    }

    private Map<String, Long> held(Connection database) throws SQLException {
        var held = new HashMap<String, Long>();
        try (var query = database.prepareStatement("""
                SELECT h.user_id, lower(a.kind), a.balance FROM holder AS h JOIN account AS a ON a.id IN (h.wallet, h.bank)
                WHERE h.guild_id = ?""")) {
            query.setLong(1, guild.value());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    held.put(rows.getString(2) + " " + (rows.getLong(1) - Wish.user(0)), rows.getLong(3));
                }
            }
        }
        return held;
    }
}
