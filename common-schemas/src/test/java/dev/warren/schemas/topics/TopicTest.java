package dev.warren.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.schemas.discord.MessageEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicTest {
    @Test
    void name_withOtherThanLowerCaseDotsAndDashes_isRefused() {
        assertThatThrownBy(() -> topic("Discord_Messages", 24, 7, true, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must match [a-z][a-z.-]*: Discord_Messages");
    }

    @Test
    void partitions_fewerThanOne_areRefused() {
        assertThatThrownBy(() -> topic("discord.messages", 0, 7, true, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("partitions must be at least 1: 0");
    }

    @Test
    void content_keptLongerThanSevenDays_isRefused() {
        assertThatThrownBy(() -> topic("discord.messages", 24, 8, true, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retention of content must be at most 7 days: Optional[PT192H]");
        assertThat(topic("discord.messages", 24, 8, false, Set.of()).retention())
                .contains(Duration.ofDays(8));
    }

    @Test
    void content_keptForEver_isRefused() {
        assertThatThrownBy(() -> new Topic<>(
                        "x", MessageEvent.class, "guild", 1, false, Optional.empty(), true, Set.of(), "Test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retention of content must be at most 7 days: Optional.empty");
    }

    @Test
    void writers_changedAfterwards_changeNothing() {
        var writers = new HashSet<Service>();
        writers.add(Service.GATEWAY);
        var topic = topic("discord.messages", 24, 7, true, writers);

        writers.add(Service.AI);

        assertThat(topic.writers()).containsExactly(Service.GATEWAY);
        assertThat(topic).hasToString("discord.messages");
    }

    private static Topic<MessageEvent> topic(
            String name, int partitions, int days, boolean content, Set<Service> writers) {
        return new Topic<>(
                name,
                MessageEvent.class,
                "guild",
                partitions,
                false,
                Optional.of(Duration.ofDays(days)),
                content,
                writers,
                "Test");
    }
}
