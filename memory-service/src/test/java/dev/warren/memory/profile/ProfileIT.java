package dev.warren.memory.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.AnswerEvent.AnswerModal;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.memory.MemoryEvent.ProfileChanged;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A profile is written, shown and deleted. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class ProfileIT {
    private static Broker broker;

    private Talk ada;

    @BeforeAll
    static void open() {
        broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @BeforeEach
    void meet() {
        ada = new Talk(broker);
    }

    @Test
    void form_filledIn_isShownAndFilledInAgainTheNextTime() {
        // Given
        var form = form();
        assertThat(form.inputs()).hasSize(5).allMatch(input -> input.value().isEmpty());
        // When
        var sent = ada.submit(
                form.customId(),
                Map.of(
                        "name", "Hazel",
                        "bio", "I dig. @everyone",
                        "genre", "Folk",
                        "influences", "",
                        "handles", "X: @hazel\nhttps://www.youtube.com/@hazel.digs"));
        // Then
        var shown = ada.answer(sent).embeds().getFirst();
        assertThat(shown.title()).contains("Hazel");
        assertThat(shown.description()).contains("I dig. @everyone");
        assertThat(shown.fields())
                .extracting(Embed.Field::value)
                .containsExactly(
                        "Folk", "[hazel](https://x.com/hazel)", "[hazel.digs](https://www.youtube.com/@hazel.digs)");
        assertThat(changed(sent).fields()).containsExactly("name", "bio", "genre", "x", "youtube");
        assertThat(form().inputs().getLast().value()).contains("X: hazel\nYouTube: hazel.digs");
        assertThat(ada.answer(ada.ask("profile", "view", Map.of()))
                        .embeds()
                        .getFirst()
                        .title())
                .contains("Hazel");
    }

    @Test
    void form_withLinksThatAreNone_isRefusedAndNothingIsKept() {
        var sent = ada.submit("memory:profile", Map.of("name", "Hazel", "handles", "https://evil.example/hazel"));

        assertThat(ada.said(sent))
                .isEqualTo(
                        "Each line must begin with X, YouTube or Twitch, such as `X: @warren`, not `https://evil.example/hazel`.");
        assertThat(ada.said(ada.ask("profile", "view", Map.of()))).startsWith("You have not told anything yet.");
        var long_ = ada.submit("memory:profile", Map.of("bio", "x".repeat(5_000)));
        assertThat(ada.said(long_)).isEqualTo("About must have at most 1000 characters, not 5000.");
    }

    @Test
    void set_timezoneAndLanguage_areKeptAndTheEventNamesThemWithoutContent() {
        var set = ada.ask("profile", "set", Map.of("timezone", "europe/berlin", "language", "de"));

        assertThat(ada.answer(set).embeds().getFirst().fields())
                .extracting(Embed.Field::value)
                .satisfiesExactly(
                        zone -> assertThat(zone).startsWith("Europe/Berlin, "),
                        language -> assertThat(language).isEqualTo("German"));
        var changed = broker.await(
                        Topics.MEMORY_EVENTS,
                        received -> received.event().correlationId().equals(set.id()))
                .event();
        assertThat(changed.payload())
                .isEqualTo(new ProfileChanged(
                        java.util.Optional.of(ada.guild()),
                        ada.user(),
                        java.util.List.of("timezone", "language"),
                        false,
                        java.util.Optional.of("Europe/Berlin")));
        assertThat(ada.said(ada.ask("profile", "set", Map.of("timezone", "Mars"))))
                .isEqualTo("Timezone must be a timezone such as Europe/Berlin, not `Mars`.");
    }

    @Test
    void clear_ofOneThingAndOfAll_leavesTheRestAndThenNothing() {
        ada.answered(ada.submit("memory:profile", Map.of("name", "Hazel", "bio", "I dig.")));

        var one = ada.ask("profile", "clear", Map.of("field", "bio"));
        assertThat(ada.answer(one).embeds().getFirst().description()).isEmpty();
        var all = ada.ask("profile", "clear", Map.of());

        assertThat(ada.said(all)).isEqualTo("Your profile is empty now; I keep nothing of it.");
        assertThat(changed(all).cleared()).isTrue();
    }

    @Test
    void completion_ofATimezone_offersPlacesWithTheirTime() {
        var answer = ada.answered(ada.complete("profile", "timezone", "new y"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        AnswerChoices.class,
                        offered -> assertThat(offered.choices()).singleElement().satisfies(choice -> {
                            assertThat(choice.value()).isEqualTo("America/New_York");
                            assertThat(choice.name()).matches("America/New_York, \\d\\d:\\d\\d there");
                        }));
    }

    private Modal form() {
        var answer = ada.answered(ada.ask("profile", "edit", Map.of()));
        assertThat(answer).isInstanceOf(AnswerModal.class);
        return ((AnswerModal) answer).modal();
    }

    private static ProfileChanged changed(Event<?> cause) {
        return (ProfileChanged) broker.await(
                        Topics.MEMORY_EVENTS,
                        received -> received.event().correlationId().equals(cause.id()))
                .event()
                .payload();
    }
}
