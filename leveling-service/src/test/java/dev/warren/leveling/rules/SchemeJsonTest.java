package dev.warren.leveling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.RoleId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SchemeJsonTest {
    private static final ChannelId THREAD = new ChannelId(1);
    private static final ChannelId CHANNEL = new ChannelId(2);
    private static final ChannelId CATEGORY = new ChannelId(3);

    @Test
    void scheme_writtenAndRead_isTheSame() {
        // Given
        var growths = new Growths(
                Optional.of(new Growth(200, Ratio.of("2"))),
                Optional.empty(),
                Optional.of(new Growth(50, Ratio.of("1.5"))));
        var multipliers = new Multipliers(
                Ratio.of("1.25"), Map.of(new RoleId(7), Ratio.of("2")), Map.of(CHANNEL, Ratio.of("0.5")));
        var exclusions = new Exclusions(Set.of(new RoleId(8)), Set.of(CATEGORY));
        // When
        var settings = new HashMap<String, String>();
        SchemeJson.write(growths).ifPresent(json -> settings.put(SchemeJson.GROWTHS, json));
        SchemeJson.write(multipliers).ifPresent(json -> settings.put(SchemeJson.MULTIPLIERS, json));
        SchemeJson.write(exclusions).ifPresent(json -> settings.put(SchemeJson.EXCLUSIONS, json));
        SchemeJson.write(Farming.STRICT).ifPresent(json -> settings.put(SchemeJson.FARMING, json));
        SchemeJson.write(new Curve(0, 0, 500)).ifPresent(json -> settings.put(SchemeJson.CURVE, json));
        // Then
        assertThat(SchemeJson.read(settings)).isEqualTo(new Scheme(growths, multipliers, exclusions, Farming.STRICT));
        assertThat(SchemeJson.curve(settings)).isEqualTo(Curve.flat(500));
    }

    @Test
    void defaults_needNoSetting() {
        assertThat(SchemeJson.write(Growths.NONE)).isEmpty();
        assertThat(SchemeJson.write(Multipliers.NONE)).isEmpty();
        assertThat(SchemeJson.write(Exclusions.NONE)).isEmpty();
        assertThat(SchemeJson.write(Farming.OFF)).isEmpty();
        assertThat(SchemeJson.write(Curve.MEE6)).isEmpty();
        assertThat(SchemeJson.read(Map.of())).isEqualTo(Scheme.NONE);
    }

    @Test
    void partThatCannotBeRead_holdsNothing() {
        // Given
        var settings = Map.of(SchemeJson.FARMING, "{\"similarTo\":99}", SchemeJson.CURVE, "no json");
        // Then
        assertThat(SchemeJson.read(settings)).isEqualTo(Scheme.NONE);
        assertThat(SchemeJson.curve(settings)).isEqualTo(Curve.MEE6);
    }

    @Test
    void multiplier_isTheHighestRolesTimesTheNearestPlacesTimesTheGuilds() {
        // Given
        var multipliers = new Multipliers(
                Ratio.of("1.5"),
                Map.of(new RoleId(1), Ratio.of("2"), new RoleId(2), Ratio.of("3")),
                Map.of(CATEGORY, Ratio.of("5"), CHANNEL, Ratio.of("0.5")));
        // Then
        assertThat(multipliers.of(List.of(new RoleId(1), new RoleId(2)), List.of(THREAD, CHANNEL, CATEGORY)))
                .isEqualTo(Ratio.of("2.25"));
        assertThat(multipliers.of(List.of(), List.of(THREAD))).isEqualTo(Ratio.of("1.5"));
    }

    @Test
    void exclusion_ofACategory_holdsForThreadsOfItsChannels() {
        // Given
        var exclusions = new Exclusions(Set.of(), Set.of(CATEGORY));
        // Then
        assertThat(exclusions.holdsPlace(List.of(THREAD, CHANNEL, CATEGORY))).isTrue();
        assertThat(exclusions.holdsPlace(List.of(THREAD, CHANNEL))).isFalse();
    }

    @Test
    void rulesOfTheMostRolesAndChannels_fitIntoASetting() {
        // Given
        var factors = LongStream.range(0, Multipliers.MOST_TARGETS)
                .boxed()
                .collect(Collectors.toMap(i -> Long.MAX_VALUE - i, i -> Ratio.of("9.99")));
        var roles = new HashMap<RoleId, Ratio>();
        factors.forEach((id, factor) -> roles.put(new RoleId(id), factor));
        var channels = new HashMap<ChannelId, Ratio>();
        factors.forEach((id, factor) -> channels.put(new ChannelId(id), factor));
        // When
        var json = SchemeJson.write(new Multipliers(Ratio.of("1.5"), roles, channels))
                .orElseThrow();
        // Then
        assertThat(json.length()).isLessThan(65_536);
    }
}
