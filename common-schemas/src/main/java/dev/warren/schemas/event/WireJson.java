package dev.warren.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The wire's JSON: absent values are left out, unknown properties are borne, times are ISO-8601 in UTC, durations ISO-8601. It stands
 * beside the words because it is part of them: two mappers would be two languages.
 *
 * <p>What an older writer left out is read as an empty {@code Optional}, {@code List} or {@code Map}; anything else that is missing or
 * null is refused, so no {@code null} enters a record. A constant of an enum that this reader does not know is refused too, unless the
 * enum marks a stand-in with {@code @JsonEnumDefaultValue}.
 */
public final class WireJson {
    private WireJson() {}

    /**
     * A time as Warren writes it, in payloads and in headers.
     *
     * @throws java.time.DateTimeException when it is none
     */
    public static Instant time(String text) {
        return InstantReader.read(text).orElseGet(() -> Instant.parse(text));
    }

    /** A mapper of its own for the caller; it is expensive, so keep it. */
    public static ObjectMapper mapper() {
        var emptyForNull = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule("times").addDeserializer(Instant.class, new InstantReader()))
                // Entries of maps stay, with null for an empty Optional: "reset this setting" is such an entry.
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .withConfigOverride(List.class, list -> list.setSetterInfo(emptyForNull))
                .withConfigOverride(Map.class, map -> map.setSetterInfo(emptyForNull))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .build();
    }
}
