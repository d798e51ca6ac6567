package dev.warren.leveling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.VoiceEvent.VoiceStateChanged;
import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.EconomyEvent.Entry;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What earns XP by the rules of a guild, and what can be asked about it, between real Kafka and PostgreSQL. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class EarningTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.DAYS);

    private final UserId ada = Asked.ADA.id();
    private final Pool pool;
    private final String kafka;
    private Broker broker;
    private Stored stored;
    private Guild guild;

    EarningTest(Pool pool, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.pool = pool;
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

    private static OptionValue text(String value) {
        return OptionValue.text(value);
    }

    private OptionValue member() {
        return new OptionValue(OptionType.USER, ada.toString(), Optional.of(Asked.ADA));
    }

    private AnswerMessage answer(Event<InteractionEvent> asked) {
        return (AnswerMessage) broker.await(
                        Topics.ANSWERS,
                        received -> received.event().causationId().equals(Optional.of(asked.id())))
                .event()
                .payload();
    }

    private static String description(AnswerMessage answer) {
        return answer.body().embeds().getFirst().description().orElseThrow();
    }

    /** Rules arrive by a topic of their own: whoever else writes shows that they are there. */
    private void rules(Map<String, String> values) {
        guild.settings(1, NOON.minusSeconds(7_200), values);
        var probe = new UserId(99);
        await().atMost(PATIENCE).until(() -> {
            var asked = guild.run("xp", "rules show", Map.of());
            return answer(asked).body().embeds().getFirst().footer().equals(Optional.of("Version 1 of the settings"));
        });
        guild.tell(List.of(Facts.written(guild.id(), probe, NOON.minusSeconds(3_600))));
        stored.awaitXp(guild.id(), probe, xp -> xp >= 0);
    }

    @Test
    void farming_isRefused_andEachDecisionShown() {
        // Given
        rules(Map.of("leveling.farming", "{\"minimumLength\":3,\"similarTo\":5,\"charactersPerSecond\":25}"));
        var good = Facts.resembling(Facts.written(guild.id(), ada, NOON), 20, 0L);
        var copy = Facts.resembling(Facts.written(guild.id(), ada, NOON.plusSeconds(60)), 20, 1L);
        var tiny = Facts.resembling(Facts.written(guild.id(), ada, NOON.plusSeconds(120)), 2, -1L);
        var fast = Facts.resembling(Facts.written(guild.id(), ada, NOON.plusSeconds(121)), 200, 0xFFFF0000L);
        var fine = Facts.resembling(Facts.written(guild.id(), ada, NOON.plusSeconds(180)), 20, 0xFFFF_FFFF_0000_0000L);
        // When
        guild.tell(List.of(fine, fast, tiny, copy, good));
        await().atMost(PATIENCE).until(() -> stored.count("message_feature", guild.id(), ada) == 5);
        var why = description(answer(guild.run("xp", "why", Map.of("member", member()))));
        // Then
        assertThat(stored.count("minute_award", guild.id(), ada)).isEqualTo(2);
        assertThat(stored.xp(guild.id(), ada)).isEqualTo(stored.sumOfAwards(guild.id(), ada));
        assertThat(why.lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains(" XP**"),
                        line -> assertThat(line).contains("typed faster than one types"),
                        line -> assertThat(line).contains("too short"),
                        line -> assertThat(line).contains("too much like"),
                        line -> assertThat(line).contains(" XP**"));
    }

    @Test
    void xpAtAMoment_isWhatWasEarnedByThen() {
        // Given
        guild.tell(
                List.of(Facts.written(guild.id(), ada, NOON), Facts.written(guild.id(), ada, NOON.plusSeconds(600))));
        stored.awaitAwards(guild.id(), 2);
        // When
        var before = description(answer(guild.run(
                "xp",
                "at",
                Map.of("member", member(), "time", text(NOON.plusSeconds(300).toString())))));
        var after = description(answer(guild.run("xp", "at", Map.of("member", member(), "time", text("1s")))));
        var wrong = answer(guild.run("xp", "at", Map.of("member", member(), "time", text("soon"))));
        // Then
        assertThat(before.lines().filter(line -> line.contains("message `"))).hasSize(1);
        assertThat(after.lines().filter(line -> line.contains("message `"))).hasSize(2);
        assertThat(wrong.body().content())
                .isEqualTo("`time` must be such as `2h`, `2026-11-20` or `2026-11-20 15:30`: soon.");
    }

    @Test
    void rulesCommand_asksForTheChange_orRefusesIt() {
        // When
        var flat = guild.run(
                "xp", "rules curve", Map.of("kind", text("flat"), "constant", number(OptionType.INTEGER, "500")));
        var falling = guild.run(
                "xp",
                "rules curve",
                Map.of(
                        "kind",
                        text("polynomial"),
                        "constant",
                        number(OptionType.INTEGER, "500"),
                        "linear",
                        number(OptionType.INTEGER, "-20"),
                        "square",
                        number(OptionType.INTEGER, "5")));
        var factor = guild.run("xp", "rules multiplier", Map.of("factor", number(OptionType.NUMBER, "1.234")));
        // Then
        var change = (ChangeSettings) broker.await(
                        Topics.SETTINGS_REQUESTS,
                        received -> received.event().causationId().equals(Optional.of(flat.id())))
                .event()
                .payload();
        assertThat(change.changes())
                .containsEntry("leveling.curve", Optional.of("{\"square\":0,\"linear\":0,\"constant\":500}"));
        assertThat(answer(falling).body().content())
                .isEqualTo("That cannot be: linear must be -5 to 100000, or the first steps fall: -20.");
        assertThat(answer(factor).body().content())
                .isEqualTo("That cannot be: factor must have at most 2 decimals: 1.234.");
    }

    private static OptionValue number(OptionType type, String value) {
        return new OptionValue(type, value, Optional.empty());
    }

    @Test
    void voice_ofTwoTogether_earnsFullMinutes_howeverOftenItIsDelivered() {
        // Given
        var bob = new UserId(801);
        var states = List.of(
                voice(1, ada, 0, true), voice(2, bob, 5, true), voice(3, bob, 190, false), voice(4, ada, 200, false));
        // When
        states.forEach(event -> broker.send(Topics.VOICE, event));
        states.reversed().forEach(event -> broker.send(Topics.VOICE, event));
        // Then
        stored.awaitXp(guild.id(), ada, xp -> xp == 10);
        stored.awaitXp(guild.id(), bob, xp -> xp == 10);
        assertThat(stored.count("voice_award", guild.id(), ada)).isEqualTo(2);
    }

    private Event<VoiceStateChanged> voice(int sequence, UserId user, int second, boolean sits) {
        var at = NOON.plusSeconds(second);
        return Event.first(
                EventId.sequenced("session" + guild.id(), sequence),
                "/gateway/0",
                at,
                Keys.guild(guild.id()),
                new VoiceStateChanged(
                        guild.id(),
                        user,
                        false,
                        sits ? Optional.of(new ChannelId(900)) : Optional.empty(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        at));
    }

    @Test
    void coins_thatWereEarned_giveXp_andThoseOfALevelDoNot() {
        // Given
        rules(Map.of("leveling.coins-per-xp", "10"));
        // When
        coins(1, EventId.of("work:1/" + guild.id()), Cause.WORK, 255);
        coins(1, EventId.of("work:1/" + guild.id()), Cause.WORK, 255);
        coins(2, EventId.of("fact:1/level-reached:7/" + guild.id()), Cause.WORK, 500);
        coins(3, EventId.of("payment:1/" + guild.id()), Cause.PAYMENT, 500);
        coins(4, EventId.of("daily:1/" + guild.id()), Cause.DAILY, 100);
        // Then
        stored.awaitXp(guild.id(), ada, xp -> xp == 35);
    }

    private void coins(long number, EventId key, Cause cause, long amount) {
        var at = NOON.plusSeconds(number);
        broker.send(
                Topics.ECONOMY_EVENTS,
                Event.first(
                        key,
                        "/economy",
                        at,
                        Keys.member(Optional.of(guild.id()), ada),
                        new TransactionRecorded(
                                guild.id(),
                                number,
                                key,
                                cause,
                                at,
                                Optional.empty(),
                                List.of(
                                        new Entry(
                                                new AccountId(1),
                                                AccountKind.MINT,
                                                Optional.empty(),
                                                Optional.empty(),
                                                -amount,
                                                0),
                                        new Entry(
                                                new AccountId(2),
                                                AccountKind.WALLET,
                                                Optional.of(ada),
                                                Optional.empty(),
                                                amount,
                                                amount)),
                                1,
                                "0".repeat(64))));
    }
}
