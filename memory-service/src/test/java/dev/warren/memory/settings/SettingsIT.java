package dev.warren.memory.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.commands.Announcer;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings from the question to the version that every service follows. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class SettingsIT {
    private static final AtomicLong IDS = new AtomicLong(1_000);
    private static Broker broker;

    @Inject
    SettingsView view;

    @Inject
    Announcer announcer;

    @Inject
    Catalogue catalogue;

    private final GuildId guild = new GuildId(IDS.incrementAndGet());

    @BeforeAll
    static void open() {
        broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @BeforeEach
    void announced() {
        await().until(() -> catalogue.find("prefix").isPresent());
    }

    @Test
    void set_aNewPrefix_isAnsweredAndHoldsAfterFiveSecondsForWhoeverFollows() {
        // When
        var asked = ask("set", Map.of("setting", "prefix", "value", "?"));
        // Then
        assertThat(answer(asked)).startsWith("`prefix` is now **`?`**\nIt holds from <t:");
        var version = version(1);
        assertThat(version.values()).containsExactly(Map.entry("prefix", "?"));
        assertThat(version.changed()).containsExactly(Map.entry("prefix", Optional.empty()));
        await().until(() ->
                view.at(Optional.of(guild), version.effectiveFrom()).prefix().equals("?"));
        assertThat(view.at(Optional.of(guild), version.effectiveFrom().minusMillis(1))
                        .prefix())
                .isEqualTo("!");
        assertThat(Duration.between(asked.time(), version.effectiveFrom())).isGreaterThan(Duration.ofSeconds(4));
    }

    @Test
    void set_theSameEventAgain_givesTheSameAnswerAndNoSecondVersion() {
        // Given
        var asked = ask("set", Map.of("setting", "language", "value", "de"));
        answer(asked);
        // When
        broker.send(Topics.INTERACTIONS, asked);
        var after = ask("set", Map.of("setting", "language", "value", "es"));
        // Then
        answer(after);
        assertThat(version(2).changed()).containsExactly(Map.entry("language", Optional.of("de")));
        var answers = broker.await(
                Topics.ANSWERS,
                2,
                received -> received.event().id().equals(asked.id().derive("answer")));
        assertThat(answers.get(0).event()).isEqualTo(answers.get(1).event());
    }

    @Test
    void set_aWrongValue_namesSettingRuleAndValueAndChangesNothing() {
        var asked = ask("set", Map.of("setting", "timezone", "value", "Mars"));

        assertThat(answer(asked)).isEqualTo("`timezone` must be a timezone such as Europe/Berlin, not `Mars`.");
        var decided = broker.await(
                Topics.DECISIONS, received -> received.event().correlationId().equals(asked.id()));
        assertThat(decided.event().payload().toString()).contains("wrong-setting");
    }

    @Test
    void set_aMistypedName_isToldTheNearest() {
        var asked = ask("set", Map.of("setting", "prefx", "value", "?"));

        assertThat(answer(asked)).isEqualTo("There is no setting `prefx`. Did you mean `prefix`?");
    }

    @Test
    void reset_aChangedSetting_goesBackToTheDefaultAndIsAudited() {
        // Given
        answer(ask("set", Map.of("setting", "prefix", "value", "$")));
        // When
        var asked = ask("reset", Map.of("setting", "prefix"));
        // Then
        assertThat(answer(asked)).startsWith("`prefix` is now `!` (default)");
        assertThat(version(2).values()).isEmpty();
        var audited = broker.await(
                Topics.AUDIT, received -> received.event().correlationId().equals(asked.id()));
        assertThat(audited.event().payload())
                .isInstanceOfSatisfying(
                        Audited.class, audit -> assertThat(audit.target()).contains("prefix"));
    }

    @Test
    void show_withoutASetting_listsAllByModule() {
        var asked = ask("show", Map.of());

        assertThat(message(asked).body().embeds())
                .singleElement()
                .satisfies(embed -> assertThat(embed.fields())
                        .anySatisfy(field -> assertThat(field.value()).contains("`prefix` `!` (default)")));
    }

    @Test
    void undo_ofTheNewestChange_bringsTheValueBackAndTwiceMakesItAgain() {
        assertThat(answer(ask("undo", Map.of()))).isEqualTo("There is no change to take back.");
        // Given
        answer(ask("set", Map.of("setting", "prefix", "value", "?")));
        answer(ask("set", Map.of("setting", "prefix", "value", "$")));
        // When
        var undone = ask("undo", Map.of());
        // Then
        assertThat(answer(undone)).startsWith("`prefix` is now **`?`**");
        assertThat(version(3).changed()).containsExactly(Map.entry("prefix", Optional.of("$")));
        assertThat(answer(ask("undo", Map.of()))).startsWith("`prefix` is now **`$`**");
        assertThat(version(4).values()).containsExactly(Map.entry("prefix", "$"));
    }

    @Test
    void announcement_offersTheGeneralSettings() {
        assertThat(announcer.offer().settings())
                .extracting(setting -> setting.key())
                .containsExactlyInAnyOrder("prefix", "timezone", "language", "log-channel", "profiles.offer-channels");
    }

    @Test
    void history_ofAllOrOne_tellsWhoChangedWhatNewestFirst() {
        // Given
        answer(ask("set", Map.of("setting", "prefix", "value", "?")));
        answer(ask("set", Map.of("setting", "language", "value", "de")));
        answer(ask("reset", Map.of("setting", "prefix")));
        // When
        var all = history(Map.of());
        var one = history(Map.of("setting", "language"));
        // Then
        assertThat(all.lines().filter(line -> line.startsWith("`")))
                .containsExactly(
                        "`prefix` `?` → `!` (default)",
                        "`language` `en` (default) → `de`",
                        "`prefix` `!` (default) → `?`");
        assertThat(all).startsWith("**3** <t:").contains("<@" + Asked.ADA.id() + ">");
        assertThat(one.lines().filter(line -> line.startsWith("`")))
                .containsExactly("`language` `en` (default) → `de`");
        assertThat(answer(ask("history", Map.of("setting", "timezone"))))
                .isEqualTo("`timezone` was never changed here.");
    }

    private String history(Map<String, String> options) {
        return message(ask("history", options))
                .body()
                .embeds()
                .getFirst()
                .description()
                .orElseThrow();
    }

    @Test
    void completion_ofAnOnOffLanguage_offersItsValues() {
        var typed = Asked.of(Service.MEMORY, Instant.now()).completion("settings", "setting", "lang");
        broker.send(Topics.INTERACTIONS, typed);

        var answer = broker.await(Topics.ANSWERS, received -> isAnswerTo(typed, received.event()));
        assertThat(answer.event().payload())
                .isInstanceOfSatisfying(
                        AnswerChoices.class,
                        offered -> assertThat(offered.choices())
                                .singleElement()
                                .satisfies(choice -> assertThat(choice.value()).isEqualTo("language")));
    }

    @Test
    void request_ofAnotherService_isCheckedHereAndAnsweredInItsWords() {
        // Given
        var request = Event.first(
                EventId.of("request:" + guild),
                "/leveling",
                Instant.now(),
                Keys.guild(guild),
                new ChangeSettings(guild, Map.of("prefix", Optional.of("%")), origin(), Optional.of("Done.")));
        // When
        broker.send(Topics.SETTINGS_REQUESTS, request);
        // Then
        var answer = broker.await(Topics.ANSWERS, received -> isAnswerTo(request, received.event()));
        assertThat(answer.event().payload())
                .isInstanceOfSatisfying(
                        AnswerMessage.class,
                        said -> assertThat(said.body().content()).isEqualTo("Done."));
        assertThat(version(1).values()).containsExactly(Map.entry("prefix", "%"));
    }

    private Event<InteractionEvent> ask(String subcommand, Map<String, String> options) {
        var values = new HashMap<String, OptionValue>();
        options.forEach((name, value) -> values.put(name, OptionValue.text(value)));
        var origin = origin();
        var now = Instant.now();
        InteractionEvent invoked = new CommandInvoked(
                origin, "memory", "settings", Optional.of(subcommand), Via.SLASH, values, Optional.empty(), now, false);
        var asked = Event.first(
                EventId.interaction(origin.interaction().orElseThrow()),
                "/gateway/0",
                now,
                Keys.member(Optional.of(guild), Asked.ADA.id()),
                invoked);
        broker.send(Topics.INTERACTIONS, asked);
        return asked;
    }

    private Origin origin() {
        return new Origin(
                Optional.of(new InteractionId(IDS.incrementAndGet() << 30)),
                Optional.empty(),
                Optional.of(guild),
                new ChannelId(5),
                Asked.ADA,
                Optional.empty());
    }

    private static String answer(Event<?> asked) {
        return message(asked).body().content();
    }

    private static AnswerMessage message(Event<?> asked) {
        var answer = broker.await(Topics.ANSWERS, received -> isAnswerTo(asked, received.event()));
        assertThat(answer.event().payload()).isInstanceOf(AnswerMessage.class);
        return (AnswerMessage) answer.event().payload();
    }

    private static boolean isAnswerTo(Event<?> asked, Event<?> answer) {
        return answer.id().equals(asked.id().derive("answer"));
    }

    private SettingsChanged version(long number) {
        return broker
                .await(
                        Topics.SETTINGS_HISTORY,
                        1,
                        received -> received.event().payload() instanceof SettingsChanged changed
                                && changed.guild().equals(guild)
                                && changed.version() == number)
                .stream()
                .map(received -> received.event().payload())
                .filter(SettingsChanged.class::isInstance)
                .map(SettingsChanged.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
