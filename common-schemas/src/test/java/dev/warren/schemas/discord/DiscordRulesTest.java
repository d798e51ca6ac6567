package dev.warren.schemas.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.schemas.Rule;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiscordRulesTest {
    @ParameterizedTest
    @MethodSource("rules")
    void event_thatBreaksARule_isRefusedInWords(Rule rule) {
        rule.check();
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("negative length", () -> fact(-1, 0, 0, 0), "length must not be negative: -1"),
                new Rule(
                        "negative collapsed length",
                        () -> fact(0, -2, 0, 0),
                        "collapsedLength must not be negative: -2"),
                new Rule("negative words", () -> fact(0, 0, -3, 0), "words must not be negative: -3"),
                new Rule("negative attachments", () -> fact(0, 0, 0, -4), "attachments must not be negative: -4"),
                new Rule(
                        "negative size",
                        () -> new Attachment("1", "map.png", -5, "https://example.org", Optional.empty()),
                        "size must not be negative: -5"));
    }

    @Test
    void option_ofAnyType_isReadAsWhatItIs() {
        assertThat(value(OptionType.INTEGER, "-7").asLong()).isEqualTo(-7);
        assertThat(value(OptionType.BOOLEAN, "true").asBoolean()).isTrue();
        assertThat(value(OptionType.USER, "10").asUser()).isEqualTo(new UserId(10));
        assertThat(value(OptionType.CHANNEL, "11").asChannel()).isEqualTo(new ChannelId(11));
        assertThat(value(OptionType.ROLE, "12").asRole()).isEqualTo(new RoleId(12));
        assertThat(value(OptionType.DURATION, "PT1H30M").asDuration()).isEqualTo(Duration.ofMinutes(90));
        assertThat(OptionValue.text("hay")).isEqualTo(value(OptionType.STRING, "hay"));
    }

    @Test
    void unknownInteraction_askedForItsOrigin_saysThatItHasNone() {
        assertThatThrownBy(() -> new InteractionEvent.Unknown("x").origin())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("an unknown interaction has no known origin: x");
    }

    private static OptionValue value(OptionType type, String text) {
        return new OptionValue(type, text, Optional.empty());
    }

    private static FactEvent fact(int length, int collapsedLength, int words, int attachments) {
        return new FactEvent.MessageFact(
                new MessageId(1),
                Optional.empty(),
                new ChannelId(2),
                Optional.empty(),
                new UserId(3),
                "hazel",
                Optional.empty(),
                List.of(),
                false,
                false,
                0,
                Instant.EPOCH,
                length,
                collapsedLength,
                words,
                0,
                attachments,
                List.of(),
                Optional.empty(),
                true);
    }
}
