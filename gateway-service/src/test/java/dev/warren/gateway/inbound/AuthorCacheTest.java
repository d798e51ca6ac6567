package dev.warren.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AuthorCacheTest {
    @Test
    void author_ofAMessageSeen_isKnown_andOfAnotherIsNot() {
        var cache = new AuthorCache(1024);
        cache.wrote(new MessageId(77), new UserId(5));
        assertThat(cache.authorOf(new MessageId(77))).contains(new UserId(5));
        assertThat(cache.authorOf(new MessageId(78))).isEmpty();
    }

    @Test
    void manyMessages_takePlacesOfOlderOnes_andNeverGiveAWrongAuthor() {
        // Given
        var cache = new AuthorCache(1000);
        // When
        LongStream.rangeClosed(1, 5000).forEach(i -> cache.wrote(new MessageId(i << 22), new UserId(i)));
        // Then
        long known = LongStream.rangeClosed(1, 5000)
                .filter(i -> cache.authorOf(new MessageId(i << 22))
                        .map(author -> author.value() == i)
                        .orElse(false))
                .count();
        long any = LongStream.rangeClosed(1, 5000)
                .filter(i -> cache.authorOf(new MessageId(i << 22)).isPresent())
                .count();
        assertThat(known).isEqualTo(any).isBetween(600L, 1024L);
    }

    @Test
    void places_underTwo_areRefused() {
        assertThatThrownBy(() -> new AuthorCache(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("places must be at least 2: 1");
    }
}
