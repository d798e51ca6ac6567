package dev.warren.local;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The servers in containers. Their ports are published on loopback only; Testcontainers removes what killed runs left. */
final class ContainerServers implements Servers {
    private static final int POSTGRES_PORT = 5432;
    private static final int REDIS_PORT = 6379;
    private static final int KAFKA_PORT = 9092;

    private final Lazy<KafkaContainer> kafka;
    private final Lazy<GenericContainer<?>> postgres;
    private final Lazy<GenericContainer<?>> redis;

    ContainerServers(Map<String, String> environment) {
        kafka = new Lazy<>(
                () -> started(new KafkaContainer(image(environment, "WARREN_TEST_KAFKA_IMAGE", "apache/kafka:4.1.1")
                                .asCompatibleSubstituteFor("apache/kafka"))
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withCreateContainerCmdModifier(command -> onLoopback(command, KAFKA_PORT))));
        postgres = new Lazy<>(
                () -> started(new GenericContainer<>(image(environment, "WARREN_TEST_POSTGRES_IMAGE", "postgres:18"))
                        .withEnv("POSTGRES_USER", EmbeddedPostgres.USER)
                        .withEnv("POSTGRES_PASSWORD", EmbeddedPostgres.PASSWORD)
                        .withExposedPorts(POSTGRES_PORT)
                        .withCreateContainerCmdModifier(command -> onLoopback(command, POSTGRES_PORT))
                        .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*", 2))));
        redis = new Lazy<>(
                () -> started(new GenericContainer<>(image(environment, "WARREN_TEST_REDIS_IMAGE", "redis:6.2"))
                        .withExposedPorts(REDIS_PORT)
                        .withCreateContainerCmdModifier(command -> onLoopback(command, REDIS_PORT))
                        .waitingFor(Wait.forListeningPort())));
    }

    @Override
    public String kafkaBootstrapServers() {
        return kafka.get().getBootstrapServers();
    }

    @Override
    public String postgresAddress() {
        return address(postgres.get(), POSTGRES_PORT);
    }

    @Override
    public String redisUrl() {
        return "redis://" + address(redis.get(), REDIS_PORT);
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
        redis.close();
    }

    private static DockerImageName image(Map<String, String> environment, String variable, String usual) {
        return DockerImageName.parse(
                Optional.ofNullable(environment.get(variable)).orElse(usual));
    }

    private static <C extends GenericContainer<?>> C started(C container) {
        container.start();
        return container;
    }

    private static String address(GenericContainer<?> container, int port) {
        return container.getHost() + ":" + container.getMappedPort(port);
    }

    private static void onLoopback(CreateContainerCmd command, int port) {
        var host = Optional.ofNullable(command.getHostConfig()).orElseGet(HostConfig::newHostConfig);
        var exposed = ExposedPort.tcp(port);
        command.withHostConfig(host.withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), exposed)));
    }
}
