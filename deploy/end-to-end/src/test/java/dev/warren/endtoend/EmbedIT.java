package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.warren.simulator.client.SimulatorClient.Written;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Links as members meet them: written, shown by the bot or by Discord, edited, taken down. The site is played on this machine. */
@ExtendWith(OnStack.class)
class EmbedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer site;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            var page = """
                <html><head><meta property="og:title" content="Page %s">
                <meta property="og:description" content="What @everyone says">
                <meta property="og:site_name" content="Burrow"></head></html>\
                """.formatted(path).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void link_written_isShownAndFollowsItsMessageToTheEnd(Stack stack) {
        // Given
        var chat = new Chat(stack);
        var written = chat.say("ada", "look: " + link("/one") + " and not `" + link("/code") + "`");
        // When
        var shown = chat.replyTo(written);
        // Then
        assertThat(Chat.embeds(shown)).singleElement().satisfies(embed -> {
            assertThat(embed.getString("title")).isEqualTo("Page /one");
            assertThat(embed.getString("url")).isEqualTo(link("/one"));
            assertThat(embed.getString("description")).doesNotContain("@everyone");
        });
        assertThat(asked).contains("/one").doesNotContain("/code");
        // When
        stack.discord().edit(written.id(), "no, look: " + link("/two"));
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Chat.embeds(chat.replyTo(written)))
                        .extracting(embed -> embed.getString("title"))
                        .containsExactly("Page /two"));
        // When
        stack.discord().delete(written.id());
        // Then
        await().atMost(PATIENCE).until(() -> chat.messages().isEmpty());
    }

    @Test
    void link_thatDiscordShows_isLeftToIt(Stack stack) {
        var chat = new Chat(stack);
        var written = chat.say("ada", link("/discords"));
        stack.discord().unfold(written.id(), List.of(link("/discords")));

        var later = chat.say("ada", link("/later"));
        chat.replyTo(later);

        assertThat(chat.messages()).noneMatch(message -> Chat.isReplyTo(message, written));
    }

    @Test
    void button_underWhatIsShown_takesItDownForItsAuthorAlone(Stack stack) {
        var chat = new Chat(stack);
        var written = chat.say("ada", link("/button"));
        var shown = chat.replyTo(written);
        var button = Chat.objects(shown.getJsonArray("components")).stream()
                .flatMap(row -> Chat.objects(row.getJsonArray("components")).stream())
                .map(component -> component.getString("custom_id"))
                .findFirst()
                .orElseThrow();

        var refused = stack.discord().component(shown.getString("id"), button, "bob", List.of());
        assertThat(chat.answerTo(refused).getString("content")).startsWith("Only whoever wrote the link");
        stack.discord().component(shown.getString("id"), button, "ada", List.of());

        await().atMost(PATIENCE)
                .until(() -> chat.messages().stream().noneMatch(message -> Chat.isReplyTo(message, written)));
    }

    @Test
    void link_intoAPrivateNetworkOrOfWhoeverWantsNone_isNotShown(Stack stack) {
        var chat = new Chat(stack);
        var inside = chat.say("carol", "http://10.0.0.1/ http://169.254.169.254/latest/meta-data/ http://2130706433/");
        chat.answerTo(chat.slash("dave", "embed", "off", Map.of()));
        var unwanted = chat.say("dave", link("/unwanted"));
        var settings = chat.answerTo(chat.slash("dave", "embed", "settings", Map.of()));
        assertThat(settings.getString("content")).contains("Your own links: **off**");
        chat.answerTo(chat.slash("dave", "embed", "on", Map.of()));

        chat.replyTo(chat.say("dave", link("/wanted")));

        assertThat(replies(chat, inside)).isEmpty();
        assertThat(replies(chat, unwanted)).isEmpty();
        assertThat(asked).doesNotContain("/unwanted");
        var refused = chat.answerTo(chat.slash("dave", "embed", "preview", Map.of("link", "http://10.0.0.1/")));
        assertThat(refused.getString("content")).contains("private");
    }

    private static List<JsonObject> replies(Chat chat, Written to) {
        return chat.messages().stream()
                .filter(message -> Chat.isReplyTo(message, to))
                .toList();
    }

    private String link(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }
}
