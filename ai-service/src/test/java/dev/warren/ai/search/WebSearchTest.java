package dev.warren.ai.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.ai.search.Results.Failed;
import dev.warren.ai.search.Results.Found;
import dev.warren.ai.search.Results.Hit;
import dev.warren.ai.web.Configs;
import dev.warren.ai.web.Http;
import dev.warren.ai.web.Scripted;
import dev.warren.ai.web.Scripted.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebSearchTest {
    private static Results find(Map<String, String> settings) {
        var values = new HashMap<>(settings);
        values.put("warren.ai.search.patience", "400ms");
        return new WebSearch(new Http(), Configs.of(SearchConfig.class, values))
                .find("rabbits & hares")
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static Results searxng(Scripted server) {
        return find(Map.of("warren.ai.search.searxng", server.url() + "/"));
    }

    @Test
    void searxng_thatFinds_givesItsResultsWithoutMarkup() {
        try (var server = new Scripted(
                Reply.of(
                        200,
                        "{\"results\": [{\"title\": \"Hares\", \"url\": \"https://a.example/\", \"content\": \"<b>fast</b>\\n ones\"}, {\"title\": \"bad\", \"url\": \"javascript:x\"}]}"))) {
            assertThat(searxng(server))
                    .isEqualTo(new Found(List.of(new Hit("Hares", "https://a.example/", "fast ones"))));
            assertThat(server.asked().getFirst().query()).isEqualTo("format=json&safesearch=1&q=rabbits & hares");
        }
    }

    @Test
    void google_withAKey_isAskedWithIt() {
        try (var server = new Scripted(Reply.of(
                200,
                "{\"items\": [{\"title\": \"Hares\", \"link\": \"https://a.example/\", \"snippet\": \"fast\"}]}"))) {
            var results = find(Map.of(
                    "warren.ai.search.google.url", server.url(),
                    "warren.ai.search.google.key", "k",
                    "warren.ai.search.google.engine", "e"));

            assertThat(results).isEqualTo(new Found(List.of(new Hit("Hares", "https://a.example/", "fast"))));
            assertThat(server.asked().getFirst().query()).startsWith("key=k&cx=e");
        }
    }

    @Test
    void service_thatFails_isToldInWords() {
        try (var server = new Scripted(Reply.of(500, "oops"))) {
            assertThat(searxng(server)).isEqualTo(new Failed("The search service refused (500)."));
            server.say(Reply.of(429, ""));
            assertThat(searxng(server))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.why()).contains("too many questions"));
            server.say(Reply.silence());
            assertThat(searxng(server))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.why()).contains("did not answer"));
            server.say(Reply.of(200, "x".repeat(2_000_000)));
            assertThat(searxng(server)).isEqualTo(new Failed("The search service answered with too much."));
            server.say(Reply.of(200, "{\"results\": 7}"));
            assertThat(searxng(server)).isEqualTo(new Failed("The search service's answer cannot be read."));
        }
        assertThat(find(Map.of("warren.ai.search.searxng", "http://127.0.0.1:1")))
                .isEqualTo(new Failed("The search service cannot be reached."));
    }

    @Test
    void search_withNothingConfigured_isOff() {
        assertThat(find(Map.of())).isEqualTo(new Results.Off());
    }
}
