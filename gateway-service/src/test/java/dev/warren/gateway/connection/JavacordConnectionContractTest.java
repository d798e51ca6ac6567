package dev.warren.gateway.connection;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

class JavacordConnectionContractTest extends DiscordConnectionContract {
    @Override
    DiscordConnection connection(ConnectionSettings settings, URI gateway, Heard heard) {
        return new JavacordConnection(
                settings,
                GatewayAddress.of(gateway),
                new SpacedIdentifies(Duration.ofMillis(1), InstantSource.system()),
                heard.dispatches::add,
                heard.states::add,
                InstantSource.system(),
                new Random(11));
    }
}
