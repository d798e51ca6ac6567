package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.simulator.client.SimulatorClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.javacord.api.DiscordApi;
import org.javacord.api.DiscordApiBuilder;
import org.javacord.api.entity.intent.Intent;
import org.javacord.api.interaction.SlashCommand;
import org.junit.jupiter.api.Test;

class JavacordTest {
    /** Leads Discord's names, and nothing else, to the simulator. */
    private static final class DiscordOnly extends ProxySelector {
        private final Proxy proxy;

        DiscordOnly(int port) {
            proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", port));
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of("discord.com".equals(uri.getHost()) ? proxy : Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void javacord_throughTheProxy_logsInSeesMessagesAnswersAndResumes() throws Exception {
        DiscordSimulator simulator = Simulators.start();
        var members = new SimulatorClient(simulator.controlUri());
        List<String> seen = new CopyOnWriteArrayList<>();
        DiscordApi api = new DiscordApiBuilder()
                .setToken(Simulators.TOKEN)
                .setProxySelector(new DiscordOnly(simulator.proxyPort()))
                .setTrustAllCertificates(true)
                .setAllIntents()
                .addIntents(Intent.MESSAGE_CONTENT)
                .login()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        try {
            api.addMessageCreateListener(event -> {
                seen.add(event.getMessageContent());
                if (event.getMessageContent().equals("!ping")) {
                    event.getMessage().reply("pong").join();
                }
            });
            api.addSlashCommandCreateListener(event -> event.getSlashCommandInteraction()
                    .createImmediateResponder()
                    .setContent("pong by slash")
                    .respond()
                    .join());
            SlashCommand.with("ping", "Pings").createGlobal(api).join();

            members.say("warren", "general", "Alice", "!ping");
            await().atMost(Duration.ofSeconds(5)).until(() -> seen.contains("pong"));
            String interaction = members.command("warren", "general", "Alice", "ping", Map.of());
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> members.interaction(interaction).containsKey("response"));
            members.fault("close-gateway", Map.of());
            await().atMost(Duration.ofSeconds(10)).until(() -> members.stats().getInteger("resumes") == 1);
            members.say("warren", "general", "Alice", "after the resume");
            await().atMost(Duration.ofSeconds(5)).until(() -> seen.contains("after the resume"));

            assertThat(members.stats().getInteger("identifies")).isEqualTo(1);
            assertThat(members.violations()).isEmpty();
        } finally {
            disconnect(api);
            members.close();
            Simulators.stop(simulator);
        }
    }

    private static void disconnect(DiscordApi api) {
        try {
            api.disconnect().orTimeout(5, TimeUnit.SECONDS).join();
        } catch (RejectedExecutionException alreadyShutDown) {
            // Javacord schedules a task on the pool that it has just shut down; the socket is closed all the same
            assertThat(alreadyShutDown).hasMessageContaining("rejected");
        }
    }
}
