package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.simulator.net.Certificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private static DiscordSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulators.start();
    }

    @AfterAll
    static void stop() {
        Simulators.stop(simulator);
    }

    private static HttpResponse<byte[]> get(String uri) throws Exception {
        KeyStore trusted = KeyStore.getInstance(simulator.truststore().toFile(), Certificate.PASSWORD.toCharArray());
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(context)
                .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", simulator.proxyPort())))
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                    .header("authorization", "Bot " + Simulators.TOKEN)
                    .build();
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    @Test
    void discordsOwnName_throughTheProxy_leadsHereOverHttp2() throws Exception {
        HttpResponse<byte[]> response = get("https://discord.com/api/v10/users/@me");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains(Simulators.BOT_ID);
    }

    @Test
    void avatar_ofTheCdn_isAPngAlwaysTheSame() throws Exception {
        String path = "https://cdn.discordapp.com/avatars/1/abc.png?size=64";

        HttpResponse<byte[]> first = get(path);

        assertThat(first.headers().firstValue("content-type")).contains("image/png");
        assertThat(first.body())
                .startsWith(0x89, 'P', 'N', 'G')
                .isEqualTo(get(path).body());
    }

    @Test
    void otherNames_areRefusedByTheProxy() {
        assertThatThrownBy(() -> get("https://example.com/")).isInstanceOf(IOException.class);
    }
}
