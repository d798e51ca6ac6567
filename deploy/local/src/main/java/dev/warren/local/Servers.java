package dev.warren.local;

/** Three servers for tests, each started when it is first asked for. */
sealed interface Servers extends AutoCloseable permits EmbeddedServers, ContainerServers {
    String kafkaBootstrapServers();

    /** {@code host:port} of PostgreSQL. */
    String postgresAddress();

    String redisUrl();

    @Override
    void close();
}
