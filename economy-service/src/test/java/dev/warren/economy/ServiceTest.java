package dev.warren.economy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The service between real Kafka and PostgreSQL. Each test has a guild of its own, whose ledger must prove in the end. */
abstract class ServiceTest {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final Asks ask = Asks.somewhere();
    final Verification verification;
    private final String kafka;
    Broker broker;
    Answers answers;

    ServiceTest(Verification verification, String kafka) {
        this.verification = verification;
        this.kafka = kafka;
    }

    @BeforeEach
    void open() {
        broker = new Broker(kafka);
        answers = new Answers(broker);
    }

    @AfterEach
    void proveAndClose() {
        broker.close();
        verification
                .of(ask.guild())
                .await()
                .atMost(PATIENCE)
                .ifPresent(report -> assertThat(report.faults()).isEmpty());
    }

    Event<InteractionEvent> admin(String subcommand, Map<String, OptionValue> options) {
        return ask.slash(Asks.GRACE, "economy", Optional.of(subcommand), options, Instant.now());
    }

    String pay(Member from, Member to, String coins) {
        return answers.to(ask.slash(from, "pay", Map.of("member", Asks.user(to), "amount", Asks.amount(coins))));
    }

    /** Settings that hold since a minute ago. */
    void settings(Map<String, String> values) {
        settings(values, Instant.now().minusSeconds(60));
    }

    void settings(Map<String, String> values, Instant from) {
        // nothing was set before
        var before = new HashMap<String, Optional<String>>();
        values.keySet().forEach(key -> before.put(key, Optional.empty()));
        var changed = new SettingsChanged(ask.guild(), 1, from, Asks.ADA.id(), before, values);
        broker.send(
                Topics.SETTINGS,
                Event.first(
                        EventId.of("settings:" + ask.guild() + "/1"),
                        "/memory",
                        from,
                        ask.guild().toString(),
                        changed));
    }
}
