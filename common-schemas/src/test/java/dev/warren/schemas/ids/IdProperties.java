package dev.warren.schemas.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.schemas.event.WireJson;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;

/** Laws of ids, for any id. */
class IdProperties {
    private static final ObjectMapper JSON = WireJson.mapper();

    @Property
    void snowflake_ofAnyKind_survivesTheWireAsText(
            @ForAll("kinds") LongFunction<Snowflake> kind, @ForAll @LongRange(min = 1) long value)
            throws JsonProcessingException {
        var id = kind.apply(value);

        var json = JSON.writeValueAsString(id);

        assertThat(json).isEqualTo("\"" + value + "\"");
        assertThat(JSON.readValue(json, id.getClass())).isEqualTo(id);
    }

    @Property
    void snowflake_thatIsNotPositive_isRefused(
            @ForAll("kinds") LongFunction<Snowflake> kind, @ForAll @LongRange(max = 0) long value) {
        assertThatThrownBy(() -> kind.apply(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("Id must be positive: " + value);
    }

    @Property
    void snowflake_fromTextThatIsNoCanonicalNumber_isRefused(@ForAll("noNumbers") String text) {
        assertThatThrownBy(() -> UserId.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("userId must")
                .hasMessageEndingWith(": " + text);
    }

    @Property
    void snowflake_madeAtAnyMillisecond_saysSo(@ForAll @LongRange(max = (1L << 41) - 1) long millis) {
        var id = new MessageId(Math.max(1, millis << 22));

        assertThat(id.createdAt()).isEqualTo(Instant.ofEpochMilli(Snowflake.DISCORD_EPOCH_MILLIS + millis));
    }

    @Property
    void eventId_ofAnyTwoKindsAndSnowflakes_differs(
            @ForAll @Size(min = 1, max = 5) @UniqueElements List<@LongRange(min = 1) Long> values,
            @ForAll @Size(max = 5) @UniqueElements List<@LongRange(min = 0) Long> sequences,
            @ForAll("sessions") String session) {
        var kinds = values.stream()
                .flatMap(value -> List.of(
                        EventId.message(new MessageId(value)),
                        EventId.messageEdited(new MessageId(value), Instant.EPOCH),
                        EventId.messageEdited(new MessageId(value), Instant.EPOCH.plusMillis(1)),
                        EventId.messageDeleted(new MessageId(value)),
                        EventId.fact(new MessageId(value)),
                        EventId.command(new MessageId(value)),
                        EventId.interaction(new InteractionId(value)))
                        .stream());
        var places = sequences.stream().map(sequence -> EventId.sequenced(session, sequence));

        assertThat(Stream.concat(kinds, places)).doesNotHaveDuplicates();
    }

    @Property
    void eventId_derivedFromTwoCausesOrAsTwoThings_differs(
            @ForAll @LongRange(min = 1, max = 50) long one,
            @ForAll @LongRange(min = 1, max = 50) long other,
            @ForAll("words") String what,
            @ForAll("words") String elseWhat) {
        var first = EventId.fact(new MessageId(one)).derive(what);
        var second = EventId.fact(new MessageId(other)).derive(elseWhat);

        assertThat(first.equals(second)).isEqualTo(one == other && what.equals(elseWhat));
    }

    @Property
    void eventId_ofAnyText_survivesTheWire(@ForAll @NotBlank @StringLength(max = EventId.MAX_LENGTH) String text)
            throws JsonProcessingException {
        var id = EventId.of(text);

        assertThat(JSON.readValue(JSON.writeValueAsString(id), EventId.class)).isEqualTo(id);
    }

    @Provide
    Arbitrary<LongFunction<Snowflake>> kinds() {
        return Arbitraries.of(
                ApplicationId::new,
                ChannelId::new,
                GuildId::new,
                InteractionId::new,
                MessageId::new,
                RoleId::new,
                UserId::new);
    }

    @Provide
    Arbitrary<String> noNumbers() {
        var digits = Arbitraries.longs().greaterOrEqual(1).map(String::valueOf);
        return Arbitraries.oneOf(
                Arbitraries.strings().filter(text -> !text.matches("[1-9][0-9]*")),
                digits.map(text -> "0" + text),
                digits.map(text -> "+" + text),
                digits.map(text -> "-" + text),
                digits.map(text -> text + " "),
                digits.map(text -> "9" + "0".repeat(19) + text),
                Arbitraries.just("١٢٣"));
    }

    @Provide
    Arbitrary<String> sessions() {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(32);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange('a', 'c').ofMinLength(1).ofMaxLength(2);
    }
}
