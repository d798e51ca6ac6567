package dev.warren.gateway.outbound.sending;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes on where the group has committed, as Kafka does by itself: what goes out has its memory in receipts, not in the database. */
@ApplicationScoped
@Identifier("committed-offsets")
class CommittedOffsets implements KafkaConsumerRebalanceListener {}
