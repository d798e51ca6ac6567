package dev.warren.embed.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.embed.EmbedEvent.ItemAnnounced;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is new is announced once, whoever looks, however often. */
@QuarkusTest
@TestProfile(Followed.class)
@QuarkusTestResource(WarrenServers.class)
class FeedRoundsIT extends OnMeadow {
    @Test
    void item_thatIsNew_isAnnouncedOnceAndThoseOfBeforeAreNot() {
        // Given
        look(rounds, later(60));
        assertThat(meadow.lastVisit().headers()).containsEntry("if-none-match", "\"v3\"");
        // When
        meadow.grow(1);
        look(rounds, later(60));
        look(rounds, later(60));
        // Then
        assertThat(ada.posts(1))
                .containsExactly(
                        "📰 **Meadow " + feed().getString("title").substring(7).replace("-", "\\-")
                                + "**: Clover 3 @\u200Beveryone\nhttps://meadow.example/3");
        var told = broker.await(
                        Topics.EMBED_EVENTS,
                        received -> received.event().payload() instanceof ItemAnnounced item && item.follow() == follow)
                .event();
        assertThat(told.id()).isEqualTo(ItemRow.idOf(follow, "item-3"));
        // and a copy of the record posts nothing more
        broker.send(
                Topics.EMBED_EVENTS,
                Event.first(EventId.of("copy:" + told.id()), "/embed", Instant.now(), told.subject(), told.payload()));
        meadow.grow(1);
        look(rounds, later(60));
        assertThat(ada.posts(2)).hasSize(2);
    }

    @Test
    void items_foundByTwoInstancesAtOnce_areAnnouncedOnceEach() {
        // Given
        var one = another();
        var other = another();
        // When
        for (int round = 0; round < 5; round++) {
            meadow.grow(1);
            Uni.join()
                    .all(one.round(later(60)), other.round(later(60)), rounds.round(later(60)))
                    .andFailFast()
                    .await()
                    .atMost(PATIENCE);
        }
        look(one, later(60));
        // Then
        var expected = IntStream.range(3, 8).mapToObj(number -> "https://meadow.example/" + number);
        assertThat(ada.posts(5).stream().map(text -> text.substring(text.indexOf('\n') + 1)))
                .containsExactlyInAnyOrderElementsOf(expected.toList());
        assertThat(broker.await(
                        Topics.EMBED_EVENTS,
                        5,
                        received ->
                                received.event().payload() instanceof ItemAnnounced item && item.follow() == follow))
                .hasSize(5);
    }

    @Test
    void announcement_withARoleAndWords_pingsThatRoleAloneInItsChannel() {
        // Given
        var elsewhere = new ChannelId(ada.channel().value() + 2_000);
        var second = Follower.number(ada.said(
                "add",
                Map.of(
                        "what",
                        meadow.address(),
                        "channel",
                        elsewhere.toString(),
                        "role",
                        "77",
                        "text",
                        "{author} wrote {title}")));
        // When
        meadow.grow(1);
        look(rounds, later(60));
        // Then
        assertThat(ada.posts(elsewhere, 1)).singleElement().satisfies(post -> {
            assertThat(post.body().content()).startsWith("<@&77> Meadow").contains(" wrote Clover 3 @\u200Beveryone");
            assertThat(post.body().pings().roles()).containsExactly(new RoleId(77));
            assertThat(post.body().pings().everyone()).isFalse();
        });
        assertThat(ada.posts(1)).hasSize(1);
        ada.said("remove", Map.of("number", String.valueOf(second)));
    }
}
