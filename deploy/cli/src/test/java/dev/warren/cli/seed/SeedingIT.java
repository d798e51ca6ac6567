package dev.warren.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.cli.seed.Happening.Said;
import dev.warren.cli.seed.Seeding.Found;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceWithdrawn;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.CommandDescription.CommandKind;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import dev.warren.simulator.DiscordSimulator;
import dev.warren.simulator.SimulatorOptions;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker and a running local Discord. */
class SeedingIT {
    private static final Instant NOW = Instant.now();

    @TempDir
    private static Path folder;

    private static OwnKafka kafka;
    private static DiscordSimulator simulator;
    private static SimulatorClient members;

    @BeforeAll
    static void start() {
        kafka = OwnKafka.start(folder.resolve("kafka"));
        simulator = DiscordSimulator.start(SimulatorOptions.local().withFolder(folder.resolve("discord")))
                .toCompletableFuture()
                .join();
        members = new SimulatorClient(simulator.controlUri());
    }

    @AfterAll
    static void stop() {
        members.close();
        simulator.close().toCompletableFuture().join();
        kafka.close();
    }

    @Test
    void seeding_twice_publishesTheSameEventsAndShowsThemOnce() {
        // Given
        var plan = plan("twice");
        // When
        var first = run(plan);
        var again = run(plan);
        // Then
        assertThat(first.records()).isEqualTo(again.records());
        for (var topic : List.of(Topics.MESSAGES, Topics.FACTS, Topics.REACTIONS, Topics.MEMBERS, Topics.VOICE)) {
            var ids = kafka.read(topic, plan.guild()).stream()
                    .map(event -> event.id().value())
                    .toList();
            assertThat(new HashSet<>(ids)).hasSize(first.records().getOrDefault(topic.name(), 0));
            assertThat(ids).hasSize(2 * first.records().getOrDefault(topic.name(), 0));
        }
        assertThat(first.members()).isPositive();
        assertThat(first.messages()).isBetween(150, LocalDiscord.SHOWN);
        assertThat(again.members() + again.messages()).isZero();
        assertThat(first.remarks())
                .contains(
                        "coins: not seeded, no service offers /daily",
                        "reminders: not seeded, no service offers /remind");
    }

    @Test
    void seeding_messages_areKeptNoLongerThanContentMayBe() {
        // Given
        var plan = plan("content");
        // When
        run(plan);
        // Then
        var facts = kafka.read(Topics.FACTS, plan.guild());
        var messages = kafka.read(Topics.MESSAGES, plan.guild());
        assertThat(messages)
                .hasSizeBetween(1, facts.size() / 2)
                .allSatisfy(event -> assertThat(event.time()).isAfter(NOW.minus(Duration.ofDays(7))));
        assertThat(facts.getFirst().time()).isBefore(NOW.minus(Duration.ofDays(18)));
        // and each fact tells of its message what the gateway would tell
        var said = new Life(plan)
                .of(plan.lastDay().minusDays(1)).stream()
                        .filter(Said.class::isInstance)
                        .map(Said.class::cast)
                        .findFirst()
                        .orElseThrow();
        var event = facts.stream()
                .filter(fact -> fact.id().equals(EventId.fact(said.id())))
                .findFirst()
                .orElseThrow();
        assertThat(event.causationId()).contains(EventId.message(said.id()));
        assertThat(event.payload()).isInstanceOfSatisfying(MessageFact.class, fact -> {
            assertThat(fact.message()).isEqualTo(said.id());
            assertThat(fact.length()).isEqualTo(said.text().length());
            assertThat(fact.authorName()).isEqualTo(said.who().name());
        });
    }

    @Test
    void seeding_shownMessages_bearTheIdsAndChannelsOfTheRecords() {
        // Given
        var plan = plan("shown");
        // When
        run(plan);
        // Then
        var shown = Phrases.CHANNELS.stream()
                .flatMap(channel -> members.messages("shown", channel).stream())
                .toList();
        var published = kafka.read(Topics.MESSAGES, plan.guild()).stream()
                .map(event -> (MessageCreated) event.payload())
                .collect(Collectors.toMap(message -> message.id().toString(), Function.identity()));
        assertThat(shown).isNotEmpty().allSatisfy(message -> {
            var record = Objects.requireNonNull(published.get(message.getString("id")));
            assertThat(record.channel()).hasToString(message.getString("channel_id"));
            assertThat(record.content()).isEqualTo(message.getString("content"));
            var author = message.getJsonObject("author");
            assertThat(record.author().id()).hasToString(author.getString("id"));
            assertThat(record.author().avatar()).contains(author.getString("avatar"));
        });
        assertThat(shown).anyMatch(message -> message.containsKey("reactions"));
    }

    @Test
    void seeding_commandsThatAreOffered_areUsedUnderTheSameIdsEachTime() {
        // Given
        announce(new ServiceAnnounced(
                "economy", 1, List.of(command("daily"), command("work", option("where", OptionType.ROLE))), List.of()));
        announce(new ServiceAnnounced(
                "memory",
                1,
                List.of(command("remind", option("what", OptionType.STRING), option("when", OptionType.DURATION))),
                List.of()));
        try {
            var plan = plan("commands");
            // When
            var summary = run(plan);
            run(plan);
            // Then
            assertThat(summary.remarks())
                    .containsExactly(
                            "coins: 10 members used /daily",
                            "wages: not seeded, /work asks for where, which is not known here",
                            "reminders: 10 members used /remind");
            var asked = kafka.read(Topics.INTERACTIONS, plan.guild());
            assertThat(asked).hasSize(40);
            assertThat(asked.stream().map(Event::id).distinct()).hasSize(20);
            assertThat(asked)
                    .allSatisfy(event -> assertThat(event.payload())
                            .isInstanceOfSatisfying(CommandInvoked.class, invoked -> {
                                assertThat(invoked.invokedAt()).isEqualTo(event.time());
                                assertThat(invoked.options())
                                        .hasSize(invoked.command().equals("remind") ? 2 : 0);
                            }));
            assertThat(members.messages("commands", "general"))
                    .extracting(message -> message.getString("content"))
                    .contains("!daily");
        } finally {
            announce(new ServiceWithdrawn("economy", 2));
            announce(new ServiceWithdrawn("memory", 2));
        }
    }

    @Test
    void guild_thatIsNotThere_isAnsweredWithThoseThatAre() {
        assertThat(Seeding.guild(port(), "nowhere"))
                .isInstanceOfSatisfying(
                        Found.None.class, none -> assertThat(none.known()).contains("warren"));
    }

    private static SeedPlan plan(String guild) {
        members.put("/guilds", new JsonObject().put("guild", guild));
        var found = (Found.Guild) Seeding.guild(port(), guild);
        return new SeedPlan(found.id(), "test", 30, 20, NOW.truncatedTo(ChronoUnit.HOURS));
    }

    private static Seeding.Summary run(SeedPlan plan) {
        return new Seeding(plan, kafka.bootstrapServers(), (_, _) -> {}).run(port(), Instant.now());
    }

    private static int port() {
        return simulator.controlUri().getPort();
    }

    private static CommandDescription command(String name, OptionDescription... options) {
        return new CommandDescription(
                name,
                "Does " + name,
                "test",
                CommandKind.SLASH,
                Optional.of(new Form(List.of(options), AnswerKind.PUBLIC, name)),
                List.of(),
                Optional.empty(),
                Permissions.NONE,
                Permissions.NONE,
                true,
                Optional.empty(),
                List.of(),
                Map.of());
    }

    private static OptionDescription option(String name, OptionType type) {
        return new OptionDescription(
                name,
                "Some " + name,
                type,
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                false,
                Map.of());
    }

    private static void announce(AnnouncementEvent announcement) {
        var service = switch (announcement) {
            case ServiceAnnounced announced -> announced.service();
            case ServiceWithdrawn withdrawn -> withdrawn.service();
            case AnnouncementEvent.Unknown unknown -> unknown.type();
        };
        var now = Instant.now();
        kafka.send(new EventCodec()
                .encode(
                        new Outgoing<>(
                                Topics.COMMANDS,
                                Event.first(
                                        EventId.of("announcement:" + service + "@" + now),
                                        "/test",
                                        now,
                                        service,
                                        announcement)),
                        Optional.empty()));
    }
}
