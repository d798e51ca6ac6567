package dev.warren.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTypesTest {
    interface Open {}

    sealed interface Closed {
        @WireType("dev.warren.test.known.v1")
        record Known() implements Closed {}
    }

    sealed interface Nameless {
        record Known() implements Nameless {}

        record Unknown(String type) implements Nameless, UnknownType {}
    }

    @Test
    void find_aKnownName_givesItsRecord() {
        var types = EventTypes.of(MessageEvent.class);

        assertThat(types.find("dev.warren.discord.message-created.v1")).contains(MessageEvent.MessageCreated.class);
        assertThat(types.members())
                .containsOnlyKeys(
                        "dev.warren.discord.message-created.v1",
                        "dev.warren.discord.message-edited.v1",
                        "dev.warren.discord.message-deleted.v1",
                        "dev.warren.discord.message-unfolded.v1");
    }

    @Test
    void find_aNameOfTheFuture_givesNothing() {
        assertThat(EventTypes.of(MessageEvent.class).find("dev.warren.discord.message-pinned.v1"))
                .isEmpty();
    }

    @Test
    void unknown_ofEveryTopic_isMadeAndKeepsTheName() {
        for (var topic : Topics.all()) {
            var unknown = EventTypes.of(topic.payload()).unknown("dev.warren.test.future.v9");

            assertThat(unknown).isInstanceOf(topic.payload()).isInstanceOf(UnknownType.class);
            assertThat(((UnknownType) unknown).type()).isEqualTo("dev.warren.test.future.v9");
        }
    }

    @Test
    void names_ofAllTopics_followOneFormAndMeanOneRecordEach() {
        Map<String, Class<?>> all = new HashMap<>();
        for (Topic<?> topic : Topics.all()) {
            EventTypes.of(topic.payload()).members().forEach((name, payload) -> {
                assertThat(name).matches("dev\\.warren\\.[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[1-9]");
                var other = all.putIfAbsent(name, payload);
                assertThat(other == null || other.equals(payload)).as(name).isTrue();
            });
        }
        assertThat(all).hasSizeGreaterThan(50);
    }

    @Test
    void of_anOpenInterface_isRefused() {
        assertThatThrownBy(() -> EventTypes.of(Open.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("payload must be a sealed interface: " + Open.class.getName());
    }

    @Test
    void of_anInterfaceWithoutUnknown_isRefused() {
        assertThatThrownBy(() -> EventTypes.of(Closed.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("payload must have an Unknown: " + Closed.class.getName());
    }

    @Test
    void of_anInterfaceWithANamelessMember_isRefused() {
        assertThatThrownBy(() -> EventTypes.of(Nameless.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("payload must have a @WireType: " + Nameless.Known.class.getName());
    }
}
