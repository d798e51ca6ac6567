package dev.warren.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.warren.simulator.client.ControlRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feeds as members meet them: followed, announced once, followed no more. */
@ExtendWith(OnStack.class)
class FeedsIT {
    private final AtomicInteger items = new AtomicInteger(2);
    private final AtomicInteger visits = new AtomicInteger();
    private final HttpServer site = site();

    private HttpServer site() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/feed.xml", this::feed);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void open() {
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    private void feed(HttpExchange exchange) throws IOException {
        visits.incrementAndGet();
        var xml = new StringBuilder("<rss version=\"2.0\"><channel><title>Meadow"
                + " News</title><link>https://meadow.example/</link><description>d</description>");
        for (int number = items.get(); number > 0; number--) {
            xml.append(
                    "<item><guid>news-%1$d</guid><title>Clover %1$d @everyone</title><link>https://meadow.example/%1$d</link></item>"
                            .formatted(number));
        }
        var body = xml.append("</channel></rss>").toString().getBytes(UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void item_thatAppearsInAFollowedFeed_isAnnouncedOnceAndPingsNobody(Stack stack) {
        // Given
        var chat = new Chat(stack);
        var address = "http://127.0.0.1:" + site.getAddress().getPort() + "/feed.xml";
        var confirmed = chat.answerTo(chat.slash("owner", "follow", "add", Map.of("what", address)))
                .getString("content");
        assertThat(confirmed).startsWith("✅ From now on <#").contains("follows **Meadow News**");
        // When
        items.incrementAndGet();
        var posted = chat.first(message -> isAnnouncement(message.getString("content", "")));
        // Then
        assertThat(posted.getString("content")).contains("Clover 3").endsWith("https://meadow.example/3");
        assertThat(posted.getBoolean("mention_everyone", false)).isFalse();
        int seen = visits.get();
        await().atMost(Duration.ofSeconds(30)).until(() -> visits.get() > seen + 1);
        assertThat(chat.messages())
                .filteredOn(message -> isAnnouncement(message.getString("content", "")))
                .hasSize(1);
        var number = confirmed.replaceAll("(?s).*number (\\d+).*", "$1");
        var stranger = Map.of("number", number);
        assertThatThrownBy(() -> chat.slash("ada", "follow", "remove", stranger))
                .isInstanceOf(ControlRefused.class);
        assertThat(chat.answerTo(chat.slash("owner", "follow", "remove", Map.of("number", number)))
                        .getString("content"))
                .contains("does not follow **Meadow News** any more");
    }

    private static boolean isAnnouncement(String content) {
        return content.startsWith("📰 **Meadow News**");
    }
}
