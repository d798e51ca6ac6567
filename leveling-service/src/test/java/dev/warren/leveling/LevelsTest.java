package dev.warren.leveling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.ActionEvent.AddRole;
import dev.warren.schemas.bot.ActionEvent.FetchMember;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.leveling.LevelingEvent.LevelReached;
import dev.warren.schemas.leveling.LevelingEvent.RewardsCompared;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Levels and what follows from them, between real Kafka, PostgreSQL and Redis. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class LevelsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicLong ROLES = new AtomicLong(60_000);

    private final UserId ada = Asked.ADA.id();
    private final Pool pool;
    private final Redis redis;
    private final String kafka;
    private Broker broker;
    private Stored stored;
    private Guild guild;

    LevelsTest(Pool pool, Redis redis, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.pool = pool;
        this.redis = redis;
        this.kafka = kafka;
    }

    @BeforeEach
    void open() {
        broker = new Broker(kafka);
        stored = new Stored(pool);
        guild = Guild.anew(broker);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    /** A message in each of so many minutes until now: 15 to 25 XP each. No other guild has messages of the same ids. */
    private List<MessageFact> minutes(int count) {
        var now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        return IntStream.range(0, count)
                .mapToObj(i -> Facts.written(guild.id(), ada, now.minusSeconds(60L * (count - 1 - i)), (int)
                        (guild.id().value() & 0xFFF)))
                .toList();
    }

    private List<Event<?>> reached() {
        return broker.seen(Topics.LEVELING_EVENTS).stream()
                .filter(received -> received.event().payload() instanceof LevelReached reached
                        && reached.guild().equals(guild.id()))
                .<Event<?>>map(received -> received.event())
                .toList();
    }

    @Test
    void level_isToldAndAnnouncedOnce_howeverOftenItsMessagesAreDelivered() {
        // Given: 7 to 9 minutes of 15 to 25 XP make level 1, and not level 2, which takes 255
        var facts = minutes(8);
        // When
        guild.tell(facts);
        var reached = broker.await(
                        Topics.LEVELING_EVENTS,
                        received -> received.event().payload() instanceof LevelReached level
                                && level.guild().equals(guild.id()))
                .event();
        guild.tell(facts.reversed());
        guild.tell(List.of(Facts.written(guild.id(), new UserId(77), Instant.now())));
        stored.awaitAwards(guild.id(), 9);
        // Then
        assertThat(reached.payload()).isInstanceOfSatisfying(LevelReached.class, level -> {
            assertThat(level.level()).isEqualTo(1);
            assertThat(level.previous()).isZero();
            assertThat(level.user()).isEqualTo(ada);
        });
        assertThat(reached.id().value()).startsWith("fact:").endsWith("/level-reached:1");
        var announced = broker.await(
                Topics.REPLIES, 1, received -> received.event().causationId().equals(Optional.of(reached.id())));
        assertThat(announced)
                .singleElement()
                .satisfies(received -> assertThat(received.event().payload())
                        .isInstanceOfSatisfying(
                                PostMessage.class,
                                post -> assertThat(post.body().content())
                                        .isEqualTo("<@" + ada + "> reached level **1**!")));
        assertThat(reached()).hasSize(1);
    }

    @Test
    void level_ofMessagesThatAreNoNews_isToldButNotAnnounced() {
        // Given
        var yesterday = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.DAYS);
        // When
        guild.tell(IntStream.range(0, 8)
                .mapToObj(i -> Facts.written(guild.id(), ada, yesterday.plusSeconds(60L * i), (int)
                        (guild.id().value() & 0xFFF)))
                .toList());
        // Then
        await().atMost(PATIENCE).until(() -> reached().size() == 1);
        var id = reached().getFirst().id();
        assertThat(broker.seen(Topics.REPLIES))
                .noneMatch(received -> received.event().causationId().equals(Optional.of(id)));
    }

    @Test
    void rewardOfALevel_isGrantedWithIt() {
        // Given
        var role = new RoleId(ROLES.incrementAndGet());
        guild.role(role);
        guild.settings(
                1,
                Instant.now().minusSeconds(3_600),
                Map.of(
                        "leveling.level-roles",
                        "{\"replacing\":false,\"roles\":{\"1\":\"" + role + "\"}}",
                        "leveling.announce",
                        "off",
                        "leveling.xp-minimum",
                        "60",
                        "leveling.xp-maximum",
                        "60"));
        // When
        guild.tell(List.of(Facts.written(guild.id(), new UserId(5), Instant.now())));
        stored.awaitXp(guild.id(), new UserId(5), xp -> xp > 0);
        guild.tell(minutes(3));
        // Then
        var action = broker.await(
                Topics.ACTIONS,
                received -> received.event().payload() instanceof AddRole add
                        && add.context().guild().equals(guild.id()));
        assertThat(action.event().payload()).isInstanceOfSatisfying(AddRole.class, add -> {
            assertThat(add.role()).isEqualTo(role);
            assertThat(add.user()).isEqualTo(ada);
        });
        assertThat(action.event().id().value()).contains("/level-reached:").endsWith("/add-role:" + role);
    }

    @Test
    void curveThatIsMadeEasier_tellsOfTheLevelsThatItMakes() {
        // Given
        guild.tell(minutes(4));
        stored.awaitAwards(guild.id(), 4);
        // When
        guild.settings(1, Instant.now(), Map.of("leveling.curve", "{\"square\":0,\"linear\":0,\"constant\":10}"));
        // Then
        await().atMost(PATIENCE).until(() -> !reached().isEmpty());
        assertThat(reached().getFirst().payload())
                .isInstanceOfSatisfying(
                        LevelReached.class,
                        level -> assertThat(level.level()).isEqualTo((int) (stored.xp(guild.id(), ada) / 10)));
    }

    @Test
    void comparison_looksMembersUp_grantsWhatIsMissing_andReports() throws IOException {
        // Given: Ada has level 1, and Discord says that she holds no role
        var role = new RoleId(ROLES.incrementAndGet());
        guild.tell(minutes(8));
        await().atMost(PATIENCE).until(() -> !reached().isEmpty());
        guild.role(role);
        guild.settings(
                1,
                Instant.now().minusSeconds(3_600),
                Map.of("leveling.level-roles", "{\"replacing\":false,\"roles\":{\"1\":\"" + role + "\"}}"));
        // When
        await().atMost(PATIENCE).until(() -> listed().contains("Level **1**"));
        guild.run("level-roles", "apply", Map.of());
        var lookUp = broker.await(
                        Topics.ACTIONS,
                        received -> received.event().payload() instanceof FetchMember fetch
                                && fetch.context().guild().equals(guild.id()))
                .event()
                .id();
        var key = redis.key("lookup:" + lookUp.value());
        redis.call(commands -> commands.set(key, json())).await().atMost(PATIENCE);
        broker.send(
                Topics.RECEIPTS,
                Event.first(
                        lookUp.derive("looked-up"),
                        "/gateway/0",
                        Instant.now(),
                        lookUp.value(),
                        new LookupDone(lookUp, key, Instant.now().plusSeconds(900))));
        // Then
        var granted = broker.await(
                Topics.ACTIONS,
                received -> received.event().payload() instanceof AddRole add
                        && add.role().equals(role));
        assertThat(granted.event().id()).isEqualTo(EventId.of(lookUp + "/add-role:" + role));
        var report = broker.await(
                Topics.LEVELING_EVENTS,
                received -> received.event().payload() instanceof RewardsCompared compared
                        && compared.guild().equals(guild.id()));
        assertThat(report.event().payload()).isInstanceOfSatisfying(RewardsCompared.class, compared -> {
            assertThat(compared.members()).isEqualTo(1);
            assertThat(compared.granted()).isEqualTo(1);
            assertThat(compared.corrected()).isZero();
        });
    }

    private String listed() {
        var asked = guild.run("level-roles", "list", Map.of());
        var answer = broker.await(
                Topics.ANSWERS, received -> received.event().causationId().equals(Optional.of(asked.id())));
        return ((AnswerMessage) answer.event().payload())
                .body()
                .embeds()
                .getFirst()
                .description()
                .orElse("");
    }

    private static byte[] json() {
        try {
            return WireJson.mapper().writeValueAsBytes(Asked.ADA);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void levelOfXpThatWereGivenByHand_isToldAsFollowingFromTheCommand() {
        // When: level 3 takes 475 XP, level 4 takes 770
        var given = guild.run(
                "xp",
                "give",
                Map.of(
                        "member",
                        new OptionValue(OptionType.USER, ada.toString(), Optional.of(Asked.ADA)),
                        "amount",
                        new OptionValue(OptionType.INTEGER, "500", Optional.empty())));
        // Then
        await().atMost(PATIENCE).until(() -> !reached().isEmpty());
        assertThat(reached()).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(given.id().derive("level-reached:3"));
            assertThat(event.causationId()).contains(given.id());
        });
    }

    @Test
    void levelRoles_withARoleThatStandsNoMore_areRefusedByName() {
        // When
        var asked = guild.run(
                "level-roles",
                "add",
                Map.of(
                        "level",
                        new OptionValue(OptionType.INTEGER, "5", Optional.empty()),
                        "role",
                        new OptionValue(OptionType.ROLE, "999999", Optional.empty())));
        // Then
        var answer = broker.await(
                Topics.ANSWERS, received -> received.event().causationId().equals(Optional.of(asked.id())));
        assertThat(((AnswerMessage) answer.event().payload()).body().content())
                .isEqualTo("`role` must be a role of this server that still stands: 999999.");
    }
}
