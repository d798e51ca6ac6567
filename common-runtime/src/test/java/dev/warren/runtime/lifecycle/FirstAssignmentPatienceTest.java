package dev.warren.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.trouble.Conditions;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = Squatters.class,
        initArgs = @ResourceArg(name = "warren.records.first-assignment", value = "1s"))
class FirstAssignmentPatienceTest {
    private final Conditions conditions;
    private final KafkaClientService clients;

    FirstAssignmentPatienceTest(Conditions conditions, KafkaClientService clients) {
        this.conditions = conditions;
        this.clients = clients;
    }

    @Test
    void service_whoseGroupDoesNotSettle_isReadyWhenThePatienceIsOver() {
        // Given: the other members of the group never take part
        // When
        await().untilAsserted(() -> assertThat(conditions.waitingFor()).isEmpty());
        // Then
        assertThat(clients.getConsumer("facts").consumerGroupMetadata().await().indefinitely())
                .satisfies(group -> assertThat(group.generationId()).isNegative());
    }
}
