package dev.warren.ai;

import dev.warren.local.providers.ScriptedProvider;
import dev.warren.runtime.testing.Broker;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The service between real servers and two scripted providers: OpenAI's protocol first, then Anthropic's. */
abstract class ServiceTest {
    private final String kafka;
    private final int firstPort;
    private final int secondPort;

    Broker broker;
    Chat chat;
    ScriptedProvider first;
    ScriptedProvider second;

    ServiceTest(String kafka, int firstPort, int secondPort) {
        this.kafka = kafka;
        this.firstPort = firstPort;
        this.secondPort = secondPort;
    }

    @BeforeEach
    void open() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
        broker = new Broker(kafka);
        chat = new Chat(broker);
        first = new ScriptedProvider(firstPort);
        second = new ScriptedProvider(secondPort);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        broker.close();
        Awaitility.reset();
    }
}
