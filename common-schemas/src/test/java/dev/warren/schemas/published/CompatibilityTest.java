package dev.warren.schemas.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The checker itself, on a made-up event and what might become of it. */
class CompatibilityTest {
    private static final String TYPE = "dev.warren.test.dug.v1";
    private static final UserId HAZEL = new UserId(10);

    @WireType(TYPE)
    record Dug(UserId by, String where, int depth, Optional<String> why, Soil soil, List<Find> finds) {}

    enum Soil {
        CHALK,
        CLAY
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "find")
    @JsonSubTypes({@JsonSubTypes.Type(value = Root.class, name = "root")})
    sealed interface Find permits Root {}

    record Root(int length) implements Find {}

    private static final Revision OLD = revision(
            Dug.class,
            new Dug(HAZEL, "here", 2, Optional.of("fun"), Soil.CLAY, List.of(new Root(1))),
            new Dug(HAZEL, "there", 1, Optional.empty(), Soil.CLAY, List.of()));

    @WireType(TYPE)
    record Optionally(
            UserId by,
            String where,
            int depth,
            Optional<String> why,
            Soil soil,
            List<Find> finds,
            Optional<String> tool,
            List<UserId> helpers,
            Map<String, String> notes) {}

    @Test
    void addingWhatMayBeMissing_isBorneBothWays() {
        var now = revision(
                Optionally.class,
                new Optionally(
                        HAZEL,
                        "here",
                        2,
                        Optional.of("fun"),
                        Soil.CLAY,
                        List.of(),
                        Optional.of("paws"),
                        List.of(HAZEL),
                        Map.of("a", "b")));

        assertThat(Compatibility.breaches(OLD, now, Optionally.class)).isEmpty();
    }

    @WireType(TYPE)
    record Requiring(
            UserId by, String where, int depth, Optional<String> why, Soil soil, List<Find> finds, String tool) {}

    @Test
    void addingARequiredText_isABreach() {
        var now = revision(
                Requiring.class, new Requiring(HAZEL, "here", 2, Optional.empty(), Soil.CLAY, List.of(), "paws"));

        assertThat(Compatibility.breaches(OLD, now, Requiring.class))
                .contains("/tool is required now, older records lack it")
                .anyMatch(breach -> breach.contains("the old full cannot be read"))
                .anyMatch(breach -> breach.contains("the old full under the new rules is invalid"));
    }

    @WireType(TYPE)
    record Counting(UserId by, String where, int depth, Optional<String> why, Soil soil, List<Find> finds, int count) {}

    @Test
    void addingARequiredNumber_isABreach() {
        var now = revision(Counting.class, new Counting(HAZEL, "here", 2, Optional.empty(), Soil.CLAY, List.of(), 3));

        assertThat(Compatibility.breaches(OLD, now, Counting.class))
                .contains("/count is required now, older records lack it")
                .anyMatch(breach -> breach.contains("the old minimal cannot be read"));
    }

    @WireType(TYPE)
    record Forgetful(UserId by, String where, int depth, Soil soil) {}

    @Test
    void removingFields_isABreach_alsoOfThoseThatMayBeMissing() {
        var now = revision(Forgetful.class, new Forgetful(HAZEL, "here", 2, Soil.CLAY));

        assertThat(Compatibility.breaches(OLD, now, Forgetful.class))
                .contains(
                        "/why is removed", "/finds is removed", "the old full loses /why", "the old full loses /finds");
    }

    @WireType(TYPE)
    record Shallow(UserId by, String where, Optional<String> why, Soil soil, List<Find> finds) {}

    @Test
    void removingARequiredField_isABreachForOlderReaders() {
        var now = revision(Shallow.class, new Shallow(HAZEL, "here", Optional.empty(), Soil.CLAY, List.of()));

        assertThat(Compatibility.breaches(OLD, now, Shallow.class))
                .contains("/depth is removed", "the old full loses /depth")
                .anyMatch(breach -> breach.contains("the new full under the old rules is invalid"));
    }

    @WireType(TYPE)
    record Retyped(UserId by, String where, String depth, Optional<String> why, Soil soil, List<Find> finds) {}

    @Test
    void changingAType_isABreach() {
        var now = revision(Retyped.class, new Retyped(HAZEL, "here", "two", Optional.empty(), Soil.CLAY, List.of()));

        assertThat(Compatibility.breaches(OLD, now, Retyped.class))
                .contains("/depth changes type from \"integer\" to \"string\"", "the old full loses /depth")
                .anyMatch(breach -> breach.contains("the new full under the old rules is invalid"))
                .anyMatch(breach -> breach.contains("the old full under the new rules is invalid"));
    }

    @WireType(TYPE)
    record Loosened(UserId by, Optional<String> where, int depth, Optional<String> why, Soil soil, List<Find> finds) {}

    @Test
    void makingARequiredFieldOptional_isABreachForOlderReaders() {
        var now = revision(
                Loosened.class, new Loosened(HAZEL, Optional.empty(), 2, Optional.empty(), Soil.CLAY, List.of()));

        assertThat(Compatibility.breaches(OLD, now, Loosened.class))
                .contains("/where may be missing now, older readers need it")
                .anyMatch(breach -> breach.contains("the new full under the old rules is invalid"));
    }

    @WireType(TYPE)
    record Renamed(UserId by, String place, int depth, Optional<String> why, Soil soil, List<Find> finds) {}

    @Test
    void renamingAField_isABreach() {
        var now = revision(Renamed.class, new Renamed(HAZEL, "here", 2, Optional.empty(), Soil.CLAY, List.of()));

        assertThat(Compatibility.breaches(OLD, now, Renamed.class))
                .contains("/where is removed", "/place is required now, older records lack it");
    }

    @WireType(TYPE)
    record Sandy(UserId by, String where, int depth, Optional<String> why, MoreSoil soil, List<Find> finds) {}

    enum MoreSoil {
        CHALK,
        CLAY,
        SAND
    }

    @Test
    void addingAConstantToAClosedEnum_isABreach_evenWhereNoSampleShowsIt() {
        var now = revision(Sandy.class, new Sandy(HAZEL, "here", 2, Optional.empty(), MoreSoil.CLAY, List.of()));

        assertThat(Compatibility.breaches(OLD, now, Sandy.class))
                .containsExactly("/soil changes enum from [\"CHALK\",\"CLAY\"] to [\"CHALK\",\"CLAY\",\"SAND\"]");
    }

    @WireType(TYPE)
    record Painted(Color color) {}

    enum Color {
        @JsonEnumDefaultValue
        BROWN
    }

    @WireType(TYPE)
    record Repainted(MoreColor color) {}

    enum MoreColor {
        @JsonEnumDefaultValue
        BROWN,
        WHITE
    }

    @Test
    void addingAConstantToAnEnumWithAStandIn_isBorne() throws Exception {
        var old = revision(Painted.class, new Painted(Color.BROWN));
        var now = revision(Repainted.class, new Repainted(MoreColor.WHITE));

        assertThat(Compatibility.breaches(old, now, Repainted.class)).isEmpty();
        assertThat(Revision.WIRE.treeToValue(now.goldens().firstEntry().getValue(), Painted.class))
                .isEqualTo(new Painted(Color.BROWN));
    }

    @WireType(TYPE)
    record Deeper(UserId by, String where, int depth, Optional<String> why, Soil soil, List<MoreFinds> finds) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "find")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Stone.class, name = "stone"),
        @JsonSubTypes.Type(value = Bulb.class, name = "root")
    })
    sealed interface MoreFinds permits Stone, Bulb {}

    record Stone() implements MoreFinds {}

    record Bulb(int length, int rings) implements MoreFinds {}

    @Test
    void addingAMemberToANestedUnion_isABreach() {
        var now =
                revision(Deeper.class, new Deeper(HAZEL, "here", 2, Optional.empty(), Soil.CLAY, List.of(new Stone())));

        assertThat(Compatibility.breaches(OLD, now, Deeper.class))
                .anyMatch(breach -> breach.startsWith("/finds/* changes"))
                .anyMatch(breach -> breach.contains("the new full under the old rules is invalid"));
    }

    @WireType(TYPE)
    record Ringed(UserId by, String where, int depth, Optional<String> why, Soil soil, List<RingedFind> finds) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "find")
    @JsonSubTypes({@JsonSubTypes.Type(value = RingedRoot.class, name = "root")})
    sealed interface RingedFind permits RingedRoot {}

    record RingedRoot(int length, int rings) implements RingedFind {}

    @Test
    void addingARequiredFieldDeepInside_isABreach() {
        var now = revision(
                Ringed.class, new Ringed(HAZEL, "here", 2, Optional.empty(), Soil.CLAY, List.of(new RingedRoot(1, 2))));

        assertThat(Compatibility.breaches(OLD, now, Ringed.class))
                .contains("/finds/*/rings is required now, older records lack it")
                .anyMatch(breach -> breach.contains("the old full cannot be read"));
    }

    @WireType(TYPE)
    record Unchanged(UserId by, String where, int depth, Optional<String> why, Soil soil, List<Find> finds) {}

    @Test
    void changingNothingButTheClassName_isBorne() {
        var now = revision(
                Unchanged.class, new Unchanged(HAZEL, "here", 2, Optional.empty(), Soil.CHALK, List.of(new Root(3))));

        assertThat(Compatibility.breaches(OLD, now, Unchanged.class)).isEmpty();
        assertThat(now.schema()).isEqualTo(OLD.schema());
    }

    private static Revision revision(Class<?> payload, Record... payloads) {
        var names = List.of("full", "minimal");
        var samples = Arrays.stream(payloads)
                .map(sample -> new Sample(names.get(List.of(payloads).indexOf(sample)), sample))
                .toList();
        return Revision.now(payload, samples, new WireSchemas());
    }
}
