package dev.warren.cli.seed;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.ids.GuildId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Gives a guild a life: records for the services, and for people's eyes its members and newest messages in the local Discord. */
public final class Seeding {
    private final SeedPlan plan;
    private final String bootstrapServers;
    private final BiConsumer<Integer, LocalDate> progress;

    /**
     * What has been done.
     *
     * @param records how many of each topic
     * @param members how many are new to the local Discord
     * @param messages how many are new to the local Discord
     * @param remarks what else is to be said, a line each
     */
    public record Summary(Map<String, Integer> records, int members, int messages, List<String> remarks) {
        public Summary {
            records = Collections.unmodifiableMap(new TreeMap<>(records));
            remarks = List.copyOf(remarks);
        }
    }

    /** @param progress is told of each day that is done, with the number of what has happened so far */
    public Seeding(SeedPlan plan, String bootstrapServers, BiConsumer<Integer, LocalDate> progress) {
        this.plan = requireNonNull(plan, "plan");
        this.bootstrapServers = requireNonNull(bootstrapServers, "bootstrapServers");
        this.progress = requireNonNull(progress, "progress");
    }

    /**
     * Seeds.
     *
     * @param discord where the guild is
     * @param now not before the plan's end
     * @throws org.apache.kafka.common.KafkaException when not all could be published
     */
    Summary run(LocalDiscord discord, Instant now) {
        var people = plan.people();
        var places = discord.places(plan.guild());
        var remarks = new ArrayList<String>();
        try (var producer = new SeedProducer(bootstrapServers, now)) {
            publish(producer, places, discord);
            invoke(producer, places, discord, people, now, remarks);
            var records = producer.flush();
            var shown = discord.show(plan.guild(), people, plan.lastDay(), plan.until());
            return new Summary(records, shown.getOrDefault("members", 0), shown.getOrDefault("messages", 0), remarks);
        }
    }

    private void publish(SeedProducer producer, Places places, LocalDiscord discord) {
        var records = new SeedRecords(places, plan.seed());
        var life = new Life(plan);
        int count = 0;
        for (var day : plan.calendar().toList()) {
            for (var happening : life.of(day)) {
                records.of(happening).forEach(producer::send);
                discord.remember(happening);
                count++;
            }
            progress.accept(count, day);
        }
    }

    private void invoke(
            SeedProducer producer,
            Places places,
            LocalDiscord discord,
            List<Person> people,
            Instant now,
            List<String> remarks) {
        var offers = Offers.read(bootstrapServers);
        var invocations = new Invocations(plan, places, now);
        var records = new SeedRecords(places, plan.seed());
        var members = people.stream()
                .filter(person -> person.isMember(plan.lastDay()))
                .sorted(Comparator.comparingDouble(Person::talk).reversed())
                .toList();
        for (var wish : Wish.values()) {
            var found = wish.in(offers);
            if (found.isEmpty()) {
                remarks.add(wish.what() + ": not seeded, no service offers " + wish.usual());
                continue;
            }
            var obstacle = Invocations.obstacle(found.get());
            if (obstacle.isPresent()) {
                remarks.add("%s: not seeded, /%s asks for %s, which is not known here"
                        .formatted(
                                wish.what(), found.get().path(), obstacle.get().name()));
                continue;
            }
            var said = invocations.messages(found.get(), members);
            said.forEach(message -> {
                records.of(message).forEach(producer::send);
                producer.send(invocations.record(found.get(), message));
                discord.remember(message);
            });
            remarks.add("%s: %d members used /%s"
                    .formatted(wish.what(), said.size(), found.get().path()));
        }
    }

    /** Finds the guild at the local Discord on this port. */
    public static Found guild(int simulatorPort, String name) {
        try (var discord = new LocalDiscord(simulatorPort)) {
            return discord.guild(name)
                    .<Found>map(Found.Guild::new)
                    .orElseGet(() -> new Found.None(discord.guildNames()));
        }
    }

    /** Whether there is a guild of that name. */
    public sealed interface Found {
        record Guild(GuildId id) implements Found {}

        /** @param known the names of those that there are */
        record None(String known) implements Found {}
    }

    /** Seeds the guild at the local Discord on this port. */
    public Summary run(int simulatorPort, Instant now) {
        try (var discord = new LocalDiscord(simulatorPort)) {
            return run(discord, now);
        }
    }
}
