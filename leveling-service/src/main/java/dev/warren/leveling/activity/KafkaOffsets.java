package dev.warren.leveling.activity;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes on where Kafka says: for a channel that reads a topic which another channel of this service reads, too. */
@ApplicationScoped
@Identifier("kafka-offsets")
class KafkaOffsets implements KafkaConsumerRebalanceListener {}
