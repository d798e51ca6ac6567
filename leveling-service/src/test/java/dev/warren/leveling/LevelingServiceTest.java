package dev.warren.leveling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.LocalCdn;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.DeadLetterEvent.PutAside;
import dev.warren.schemas.bot.DecisionEvent.Decided;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service between real Kafka and PostgreSQL. Each test has a guild or members of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(LocalCdn.class)
class LevelingServiceTest {
    private static final UserId ADA = Asked.ADA.id();
    /** The broker refuses what lies in the future and soon forgets what is old. */
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.DAYS);

    private final Asked ask = Asked.of(Service.LEVELING, Instant.now());
    private final Pool pool;
    private final String kafka;
    private Broker broker;
    private Stored stored;

    LevelingServiceTest(Pool pool, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.pool = pool;
        this.kafka = kafka;
    }

    @BeforeEach
    void open() {
        broker = new Broker(kafka);
        stored = new Stored(pool);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void facts_ofTwoMinutesDeliveredTwice_becomeTwoAwardsAndTheirSum() {
        // Given
        var guild = new GuildId(101);
        var sameMinute = Facts.written(guild, ADA, NOON.plusSeconds(59));
        var facts =
                List.of(Facts.written(guild, ADA, NOON), sameMinute, Facts.written(guild, ADA, NOON.plusSeconds(60)));
        // When
        tell(facts);
        tell(facts.reversed());
        tell(List.of(Facts.written(guild, ADA, NOON.plusSeconds(120))));
        // Then
        stored.awaitAwards(guild, 3);
        assertThat(stored.xp(guild, ADA))
                .isEqualTo(stored.sumOfAwards(guild, ADA))
                .isBetween(45L, 75L);
        assertThat(decided("same-minute", sameMinute).service()).isEqualTo("leveling");
    }

    @Test
    void facts_ofBotsAndCommands_earnNothingAndAreTold() {
        // Given
        var guild = new GuildId(102);
        var byBot = Facts.byBot(Facts.written(guild, new UserId(31), NOON));
        var command = Facts.commanding(Facts.written(guild, ADA, NOON), "rank");
        // When
        tell(List.of(byBot, command, Facts.written(guild, ADA, NOON.plusSeconds(60))));
        // Then
        stored.awaitAwards(guild, 1);
        assertThat(decided("excluded-bot", byBot).correlations()).isNotEmpty();
        assertThat(decided("excluded-command", command).correlations()).isNotEmpty();
    }

    @Test
    void facts_whileTheModuleIsOff_earnNothing() {
        // Given
        var guild = new GuildId(103);
        settings(guild, 1, NOON.plusSeconds(60), Map.of("module.leveling", "off"));
        settings(guild, 2, NOON.plusSeconds(120), Map.of("leveling.xp-minimum", "500", "leveling.xp-maximum", "500"));
        var off = Facts.written(guild, ADA, NOON.plusSeconds(60));
        stored.awaitRules(guild, () -> tell(List.of(off)), () -> decisions("excluded-module-off", off) > 0);
        // When
        tell(List.of(Facts.written(guild, ADA, NOON), Facts.written(guild, ADA, NOON.plusSeconds(120))));
        // Then
        stored.awaitXp(guild, ADA, xp -> xp >= 515 && xp <= 525);
    }

    @Test
    void malformedRecord_amongFacts_isPutAsideAndTheStreamGoesOn() {
        // Given
        var guild = new GuildId(104);
        var good = Facts.written(guild, ADA, NOON);
        var alien = new ProducerRecord<>(Topics.FACTS.name(), "104:" + ADA, "no fact".getBytes(UTF_8));
        var broken = broker.encode(Topics.FACTS, Facts.event(good));
        var unreadable = new ProducerRecord<>(
                broken.topic(), null, broken.key(), "{\"message\":\"-1\"}".getBytes(UTF_8), broken.headers());
        // When
        broker.sendAll(List.of(alien, unreadable, broker.encode(Topics.FACTS, Facts.event(good))));
        // Then
        stored.awaitAwards(guild, 1);
        var aside = broker.await(
                Topics.deadLetters(Service.LEVELING),
                2,
                received -> received.event().payload() instanceof PutAside put
                        && put.key().filter(("104:" + ADA)::equals).isPresent());
        assertThat(aside).hasSize(2);
    }

    @Test
    void rank_ofOneWhoWrote_isAnsweredTheSameHoweverOftenItIsDelivered() {
        // Given
        tell(List.of(Facts.written(Asked.GUILD, ADA, NOON)));
        stored.awaitXp(Asked.GUILD, ADA, xp -> xp > 0);
        // When
        var asked = ask.slash("rank", Map.of());
        broker.send(Topics.INTERACTIONS, asked);
        var first = answer(asked, 1).getFirst();
        broker.send(Topics.INTERACTIONS, asked);
        var all = answer(asked, 2);
        // Then
        assertThat(first.ephemeral()).isFalse();
        assertThat(first.body().content()).contains("· Level **").contains(" XP in total");
        var card = first.body().files().getFirst();
        assertThat(card.claim()).isPresent();
        assertThat(card.description().orElseThrow()).startsWith("Rank card: ").contains(" XP to level ");
        assertThat(all).containsOnly(first);
    }

    @Test
    void rank_askedByPrefix_isAnsweredInTheChannel() {
        // When
        var asked = ask.prefix("rank", Map.of("member", user(4242)));
        broker.send(Topics.INTERACTIONS, asked);
        // Then
        var reply = caused(Topics.REPLIES, PostMessage.class, asked, 1).getFirst();
        assertThat(reply.channel()).isEqualTo(Asked.CHANNEL);
        assertThat(reply.body().content()).contains("has no XP yet");
    }

    @Test
    void leaderboard_ofTwelveMembers_isTurnedByItsButtons() {
        // Given
        var members =
                IntStream.range(0, 12).mapToObj(i -> new UserId(5_000 + i)).toList();
        tell(members.stream()
                .map(member -> Facts.written(Asked.GUILD, member, NOON.plusSeconds(600)))
                .toList());
        members.forEach(member -> stored.awaitXp(Asked.GUILD, member, xp -> xp > 0));
        // When
        var asked = ask.slash("leaderboard", Map.of());
        broker.send(Topics.INTERACTIONS, asked);
        var first = answer(asked, 1).getFirst();
        var turned = ask.component("leveling:leaderboard:next:1");
        broker.send(Topics.INTERACTIONS, turned);
        var second = caused(Topics.ANSWERS, AnswerUpdate.class, turned, 1).getFirst();
        // Then
        assertThat(first.body().embeds().getFirst().footer()).contains("Page 1 of 2");
        assertThat(text(first.body().embeds())).startsWith("**1.** ");
        assertThat(second.body().embeds().getFirst().footer()).contains("Page 2 of 2");
        assertThat(text(second.body().embeds())).startsWith("**11.** ");
    }

    private void tell(List<MessageFact> facts) {
        broker.sendAll(facts.stream()
                .map(fact -> broker.encode(Topics.FACTS, Facts.event(fact)))
                .toList());
    }

    private void settings(GuildId guild, long version, Instant from, Map<String, String> values) {
        broker.send(
                Topics.SETTINGS_HISTORY,
                Event.first(
                        EventId.of("settings:" + guild + "/" + version),
                        "/memory",
                        from,
                        guild.toString(),
                        new SettingsChanged(guild, version, from, ADA, Map.of(), values)));
    }

    private static OptionValue user(long id) {
        return new OptionValue(OptionType.USER, String.valueOf(id), Optional.empty());
    }

    private static String text(List<Embed> embeds) {
        return embeds.getFirst().description().orElseThrow();
    }

    private List<AnswerMessage> answer(Event<InteractionEvent> asked, int count) {
        return caused(Topics.ANSWERS, AnswerMessage.class, asked, count);
    }

    private <P, Q> List<Q> caused(Topic<P> topic, Class<Q> type, Event<InteractionEvent> asked, int count) {
        return broker
                .await(topic, count, received -> received.event().causationId().equals(Optional.of(asked.id())))
                .stream()
                .map(received -> type.cast(received.event().payload()))
                .toList();
    }

    private Decided decided(String reason, MessageFact fact) {
        return (Decided) broker.await(
                        Topics.DECISIONS,
                        received -> received.event().payload() instanceof Decided told && concerns(told, reason, fact))
                .event()
                .payload();
    }

    private long decisions(String reason, MessageFact fact) {
        var codec = new EventCodec();
        return broker.readOn(Topics.DECISIONS).stream()
                .map(record -> codec.decode(Topics.DECISIONS, record).event().payload())
                .flatMap(payload -> payload instanceof Decided told ? Stream.of(told) : Stream.empty())
                .filter(told -> concerns(told, reason, fact))
                .count();
    }

    private static boolean concerns(Decided told, String reason, MessageFact fact) {
        return told.reason().equals(reason)
                && told.correlations().contains(Facts.event(fact).correlationId());
    }
}
