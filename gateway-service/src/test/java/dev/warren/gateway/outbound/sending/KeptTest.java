package dev.warren.gateway.outbound.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final EventCodec codec = new EventCodec();

    @Test
    void record_keptAndReadAgain_saysTheSame() {
        // Given
        var event = Event.<ReplyEvent>first(
                EventId.of("reply:1"), "/leveling", NOON, "500", new ReplyEvent.StartTyping(new ChannelId(500), NOON));
        var sent = codec.encode(new Outgoing<>(Topics.REPLIES, event), Optional.of("00-trace-01"));
        var record = new ConsumerRecord<>(Topics.REPLIES.name(), 7, 42, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        // When
        var kept = new Kept<>(codec, Topics.REPLIES, record);
        // Then
        assertThat(kept.read()).isEqualTo(codec.decode(Topics.REPLIES, record));
    }

    @Test
    void record_withoutKeyAndWithAnEmptyHeader_isGivenBackWhole() {
        // Given
        var record = new ConsumerRecord<String, byte[]>(Topics.REPLIES.name(), 3, 9, null, "ß".getBytes(UTF_8));
        record.headers().add("none", null).add("some", new byte[] {1, 2});
        // When
        var again = new Kept<>(codec, Topics.REPLIES, record).record();
        // Then
        assertThat(again.key()).isNull();
        assertThat(again.value()).isEqualTo("ß".getBytes(UTF_8));
        assertThat(again.offset()).isEqualTo(9);
        assertThat(again.partition()).isEqualTo(3);
        assertThat(again.headers().toArray()).extracting(Header::key).containsExactly("none", "some");
        assertThat(again.headers().lastHeader("none").value()).isNull();
        assertThat(again.headers().lastHeader("some").value()).containsExactly(1, 2);
    }
}
