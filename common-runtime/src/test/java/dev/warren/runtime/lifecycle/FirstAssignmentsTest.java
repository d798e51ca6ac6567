package dev.warren.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.trouble.Conditions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Squatters.class)
@SuppressWarnings("NullAway.Init") // the test framework sets a field
class FirstAssignmentsTest {
    private static final String FACTS = "channel facts";

    Squatters squatters;

    private final Conditions conditions;
    private final KafkaClientService clients;

    FirstAssignmentsTest(Conditions conditions, KafkaClientService clients) {
        this.conditions = conditions;
        this.clients = clients;
    }

    @Test
    void service_whoseChannelWasToldNoPartitionsYet_isNotReadyUntilItWasEvenIfThereAreNoneForIt() {
        // Given: all else is there, but the group waits for its members
        await().untilAsserted(() -> assertThat(conditions.waitingFor()).containsOnlyKeys(FACTS));
        // When
        await().untilAsserted(() -> {
            squatters.poll();
            assertThat(conditions.waitingFor()).isEmpty();
            assertThat(squatters.assigned()).isEqualTo(3);
        });
        // Then
        assertThat(clients.getConsumer("facts").getAssignments().await().indefinitely())
                .isEmpty();
    }
}
