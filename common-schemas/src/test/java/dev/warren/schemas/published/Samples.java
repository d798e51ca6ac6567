package dev.warren.schemas.published;

import java.util.List;
import java.util.stream.Stream;

/** All samples. Whoever adds an event adds one here, in the file of its package. */
final class Samples {
    private Samples() {}

    static List<Sample> all() {
        return Stream.of(
                        DiscordSamples.all(),
                        InteractionSamples.all(),
                        ReplySamples.all(),
                        ActionSamples.all(),
                        AnnouncementSamples.all(),
                        ConversationSamples.all(),
                        BookkeepingSamples.all(),
                        EconomySamples.all(),
                        EmbedSamples.all(),
                        LevelingSamples.all(),
                        MemorySamples.all())
                .flatMap(List::stream)
                .toList();
    }

    static List<Sample> of(Class<?> payload) {
        return all().stream()
                .filter(sample -> sample.payload().getClass().equals(payload))
                .toList();
    }
}
