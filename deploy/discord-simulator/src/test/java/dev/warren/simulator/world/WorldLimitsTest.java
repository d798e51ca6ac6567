package dev.warren.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldLimitsTest {
    private static final long MIB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"64, 20000, 16", "384, 26214, 96", "2048, 139810, 256", "16384, 400000, 256"})
    void within_aHeap_holdsWhatFitsIntoIt(long heapMebibytes, int messages, long attachmentMebibytes) {
        // When
        var limits = WorldLimits.within(heapMebibytes * MIB);

        // Then
        assertThat(limits.messages()).isEqualTo(messages);
        assertThat(limits.attachmentBytes()).isEqualTo(attachmentMebibytes * MIB);
    }
}
