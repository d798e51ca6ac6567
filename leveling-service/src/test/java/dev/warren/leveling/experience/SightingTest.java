package dev.warren.leveling.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SightingTest {
    private static final Sighting.Key KEY = new Sighting.Key(new GuildId(1), new UserId(2));

    private static final ChannelId CHANNEL = new ChannelId(5);

    private static Sighting sighting(long message, boolean live, String name) {
        return new Sighting(KEY, new MessageId(message), live, name, "", CHANNEL);
    }

    @Test
    void merge_ofTwoMessages_keepsTheLargerSnowflake() {
        // Given
        var early = sighting(10, true, "Zoe");
        var late = sighting(11, false, "Ada");
        // When
        var kept = early.merge(late);
        // Then
        assertThat(kept).isEqualTo(late);
    }

    @Test
    void merge_ofTwoCopiesOfOneMessage_keepsTheLiveOne() {
        // Given
        var live = sighting(10, true, "Ada");
        var backfilled = sighting(10, false, "Zoe");
        // When
        var kept = backfilled.merge(live);
        // Then
        assertThat(kept).isEqualTo(live);
    }

    @Test
    void merge_ofDifferentMembers_isRefused() {
        var other = new Sighting(
                new Sighting.Key(new GuildId(1), new UserId(3)), new MessageId(10), true, "Bob", "", CHANNEL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sighting(10, true, "Ada").merge(other))
                .withMessageStartingWith("key must be the same: ");
    }

    @Property
    void merge_ofAnyTwo_isCommutative(@ForAll("sightings") Sighting one, @ForAll("sightings") Sighting other) {
        assertThat(one.merge(other)).isEqualTo(other.merge(one));
    }

    @Property
    void merge_ofAnyThree_isAssociative(
            @ForAll("sightings") Sighting a, @ForAll("sightings") Sighting b, @ForAll("sightings") Sighting c) {
        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    }

    @Property
    void merge_ofOneWithItself_isIdempotent(@ForAll("sightings") Sighting one) {
        assertThat(one.merge(one)).isEqualTo(one);
    }

    @Provide
    Arbitrary<Sighting> sightings() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 2),
                        Arbitraries.of(true, false),
                        Arbitraries.of("Ada", "ada", "Äda", "\uFF21da", "😀"),
                        Arbitraries.of("", "a1"))
                .as((message, live, name, avatar) ->
                        new Sighting(KEY, new MessageId(message), live, name, avatar, CHANNEL));
    }
}
