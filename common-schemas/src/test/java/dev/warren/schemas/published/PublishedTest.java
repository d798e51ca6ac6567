package dev.warren.schemas.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is committed under {@code src/main/resources} is what the records say, and what was published stays. */
class PublishedTest {
    private static final Publishing PUBLISHING = Publishing.ofModule();

    @ParameterizedTest
    @MethodSource("payloads")
    void payload_eachOfEveryTopic_hasSamplesThatShowAllOfIt(String type, Class<?> payload) {
        var samples = Samples.of(payload).stream().map(Sample::payload).toList();

        assertThat(samples).as("samples of %s", type).isNotEmpty();
        assertThat(Coverage.gaps(payload, samples)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void payload_eachOfEveryTopic_isPublishedAsItIsAndBearsItsPast(String type, Class<?> payload) {
        assertThat(PUBLISHING.check(type, payload, Samples.of(payload))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void sample_eachOfEveryPayload_isValidAndSurvivesTheWire(String type, Class<?> payload) {
        var schema = new WireSchemas().of(payload);
        for (var sample : Samples.of(payload)) {
            var json = Revision.write(sample.payload());

            assertThat(Compatibility.validate(schema, json, sample.name())).isEmpty();
            assertThat(Compatibility.read(json, payload, sample.name())).isEmpty();
        }
    }

    @Test
    void files_allThatWerePublished_areAsTheyWere() {
        assertThat(Published.ofModule().breaches()).isEmpty();
    }

    @Test
    void types_allThatWerePublished_areStillRead() {
        var known = payloads().map(arguments -> arguments[0]).toList();

        assertThat(Published.ofModule().types())
                .allSatisfy(type -> assertThat(known).contains(type));
    }

    @Test
    void samples_ofOneType_haveNamesOfTheirOwn() {
        var names = Samples.all().stream().map(sample -> sample.type() + " " + sample.name());

        assertThat(names).doesNotHaveDuplicates();
    }

    static Stream<Object[]> payloads() {
        Map<String, Class<?>> types = new TreeMap<>();
        List<Class<?>> sealed =
                Topics.all().stream().<Class<?>>map(Topic::payload).distinct().toList();
        for (var payload : sealed) {
            types.putAll(EventTypes.of(payload).members());
        }
        return types.entrySet().stream().map(type -> new Object[] {type.getKey(), type.getValue()});
    }
}
