package dev.warren.benchmarks.embed;

import dev.warren.benchmarks.figures.Bench;
import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.schemas.ids.MessageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Links between the topics: from the end of Discord's time to the reply, distinct links in a second, and one link of a thousand members. */
public final class EmbedBench implements Bench {
    private static final String SERVICE = "embed-service";
    private static final String CACHED = "cached";
    private static final String DISTINCT = "distinct";
    private static final String ONCE = "once";
    private static final List<String> ALONE =
            List.of(WarrenStack.KAFKA, WarrenStack.POSTGRESQL, WarrenStack.REDIS, SERVICE);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, String> SETTINGS = Map.of(
            "WARREN_EMBED_TEST", "true",
            "WARREN_EMBED_FETCHING_ADMIT_LOOPBACK", "true",
            "WARREN_EMBED_FETCHING_PER_HOST", "10000",
            "WARREN_EMBED_FETCHING_BURST_PER_HOST", "10000",
            "WARREN_EMBED_CACHE_CONCURRENCY", "10000",
            "WARREN_EMBED_UNFOLDING_PATIENCE", WAIT.toString());

    private static final int CACHED_PER_SECOND = 20;
    private static final int OFFERED_PER_SECOND = 700;
    private static final double WANTED_PER_SECOND = 500;
    private static final int MEMBERS = 1_000;
    private static final double MOST_MILLIS = 20;
    private static final double MOST_RESIDENT = 300;
    private static final double PERCENTILE = 0.99;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double KIBIBYTES = 1_024;

    @Override
    public String name() {
        return "embed";
    }

    @Override
    public String description() {
        return "Links: a remembered one after Discord's time, distinct ones a second with the memory they take, one of 1,000 members.";
    }

    @Override
    public List<String> parts() {
        return List.of(CACHED, DISTINCT, ONCE);
    }

    @Override
    public void run(Lab lab) throws IOException, InterruptedException {
        lab.note("the embed service and its servers");
        try (var stack = WarrenStack.start(lab.root(), ALONE, SETTINGS);
                var kafka = new RawKafka(stack.kafka());
                var site = new LinkSite();
                var posts = new Posts(kafka)) {
            var first = posts.write(site.link("first"));
            if (!posts.await(List.of(first), PATIENCE)) {
                lab.problem("the first link was not shown in " + PATIENCE.toSeconds() + " s");
                return;
            }
            if (lab.wanted(CACHED)) {
                lab.attempt("a remembered link, " + CACHED_PER_SECOND + " a second", () -> cached(lab, posts, site));
            }
            if (lab.wanted(DISTINCT)) {
                lab.attempt(
                        "distinct links, " + OFFERED_PER_SECOND + " a second", () -> distinct(lab, stack, posts, site));
            }
            if (lab.wanted(ONCE)) {
                lab.attempt("one link of " + MEMBERS + " members at once", () -> once(lab, posts, site));
            }
        }
    }

    private static void cached(Lab lab, Posts posts, LinkSite site) {
        int count = CACHED_PER_SECOND * lab.seconds(20);
        var messages = new ArrayList<MessageId>();
        var next = Instant.now();
        for (int i = 0; i < count; i++) {
            messages.add(posts.write(site.link("first")));
            next = next.plusNanos(Duration.ofSeconds(1).toNanos() / CACHED_PER_SECOND);
            while (Instant.now().isBefore(next)) {
                posts.read();
            }
        }
        if (!posts.await(messages, PATIENCE)) {
            lab.problem("not all remembered links were shown");
            return;
        }
        var millis = messages.stream()
                .mapToDouble(id -> Duration.between(
                                        id.createdAt().plus(WAIT),
                                        posts.repliedAt(id).orElseThrow())
                                .toNanos()
                        / NANOS_PER_MILLI)
                .sorted()
                .toArray();
        lab.note("    median %.1f ms, longest %.1f ms of %d".formatted(millis[count / 2], millis[count - 1], count));
        lab.add(new Figure(
                "embed.cached-to-reply-p99",
                Math.max(0, millis[(int) (PERCENTILE * (count - 1))]),
                "ms",
                new Control("its median", Math.max(0.001, millis[count / 2])),
                Goal.atMost(MOST_MILLIS)));
    }

    private static void distinct(Lab lab, WarrenStack stack, Posts posts, LinkSite site) throws IOException {
        double before = resident(stack, "VmRSS");
        long asked = site.asked();
        int count = OFFERED_PER_SECOND * lab.seconds(20);
        var messages = new ArrayList<MessageId>();
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            messages.add(posts.write(site.link("distinct/" + i)));
            if (i % 20 == 0) {
                posts.read();
            }
            long due = begun + i * (Duration.ofSeconds(1).toNanos() / OFFERED_PER_SECOND);
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
        }
        if (!posts.await(messages, PATIENCE)) {
            lab.problem("not all distinct links were shown");
        }
        var last = messages.stream().flatMap(id -> posts.repliedAt(id).stream()).max(Instant::compareTo);
        var from = messages.getFirst().createdAt().plus(WAIT);
        long shown =
                messages.stream().filter(id -> posts.repliedAt(id).isPresent()).count();
        double seconds =
                last.map(end -> Duration.between(from, end).toNanos() / 1e9).orElse(1.0);
        lab.note("    %d shown in %.1f s, %d pages asked for".formatted(shown, seconds, site.asked() - asked));
        lab.add(new Figure(
                "embed.distinct",
                shown / seconds,
                "links/s",
                new Control("offered", OFFERED_PER_SECOND),
                Goal.atLeast(WANTED_PER_SECOND)));
        lab.add(new Figure(
                "embed.resident",
                resident(stack, "VmHWM"),
                "MiB",
                new Control("the same process before", before),
                Goal.atMost(MOST_RESIDENT)));
    }

    private static void once(Lab lab, Posts posts, LinkSite site) {
        long asked = site.asked();
        var link = site.link("popular");
        var messages = new ArrayList<MessageId>();
        for (int i = 0; i < MEMBERS; i++) {
            messages.add(posts.write(link));
        }
        if (!posts.await(messages, PATIENCE)) {
            lab.problem("not all members got their reply");
        }
        lab.add(new Figure(
                "embed.once",
                (double) site.asked() - asked,
                "fetches",
                new Control("members", MEMBERS),
                Goal.atMost(1)));
    }

    private static double resident(WarrenStack stack, String what) throws IOException {
        long pid = stack.running().handle(SERVICE).orElseThrow().pid();
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith(what + ":"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToDouble(Double::parseDouble)
                        .findFirst()
                        .orElseThrow()
                / KIBIBYTES;
    }
}
