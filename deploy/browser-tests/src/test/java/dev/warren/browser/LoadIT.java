package dev.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.warren.browser.ChatPage.Opening;
import dev.warren.simulator.DiscordSimulator;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is much, and what breaks: first paint, long channels, many messages, a simulator that goes and comes. */
@ExtendWith(InBrowser.class)
class LoadIT {
    private static final int MOST_DRAWN = 150;

    private static ChatPage open(Browser browser, DiscordSimulator simulator, String channel) {
        return ChatPage.open(browser, Opening.of(Simulators.page(simulator), channel, "owner"));
    }

    private static void write(SimulatorClient members, int count, int perSecond) {
        members.post(
                "/load",
                new JsonObject()
                        .put("messagesPerSecond", perSecond)
                        .put("seconds", count / perSecond)
                        .put("members", 20)
                        .put("content", "Message {n} of many, **about** as long as people write."));
    }

    private static boolean written(SimulatorClient members) {
        return !members.getObject("/load", Map.of()).getBoolean("running");
    }

    private static void put(SimulatorClient members, String channel) {
        members.put("/channels", new JsonObject().put("guild", "warren").put("channel", channel));
    }

    @Test
    void firstPaint_ofAFullChannel_isMeasured(Browser browser) {
        DiscordSimulator simulator = Simulators.start();
        try (var members = new SimulatorClient(simulator.controlUri())) {
            put(members, "load-1");
            write(members, 100, 100);
            await().until(() -> written(members));
            try (ChatPage chat = open(browser, simulator, "load-1")) {
                assertThat(chat.messages().last()).isVisible();
                double paint = number(chat, "performance.getEntriesByName('first-contentful-paint')[0].startTime");
                double drawn = number(chat, "performance.now()");
                System.out.printf(
                        "MEASURED: first contentful paint after %.0f ms, messages there after at most %.0f ms%n",
                        paint, drawn);
                assertThat(paint).isLessThan(10_000);
            }
        } finally {
            Simulators.stop(simulator);
        }
    }

    private static double number(ChatPage chat, String expression) {
        return ((Number) chat.page().evaluate(expression)).doubleValue();
    }

    @Test
    void channelOf10000Messages_scrolled_drawsAWindowOfThem(Browser browser) {
        DiscordSimulator simulator = Simulators.start();
        try (var members = new SimulatorClient(simulator.controlUri())) {
            put(members, "load-1");
            write(members, 10_000, 5_000);
            await().atMost(Duration.ofSeconds(30)).until(() -> written(members));
            try (ChatPage chat = open(browser, simulator, "load-1")) {
                assertThat(chat.message("Message 9999 of")).isInViewport();
                Locator scroller = chat.page().locator(".scroller");
                long start = System.nanoTime();
                for (int seen = 9_999; seen > 9_000; ) {
                    seen = firstNumber(chat);
                    int before = seen;
                    scroller.evaluate("list => { list.scrollTop = 0; }");
                    await().atMost(Duration.ofSeconds(5)).until(() -> firstNumber(chat) < before);
                    assertThat(chat.messages().count()).isLessThanOrEqualTo(MOST_DRAWN);
                    // what was in view is still in view after older ones came above it
                    assertThat(chat.message("Message " + before + " of").first())
                            .isInViewport(new LocatorAssertions.IsInViewportOptions().setTimeout(2_000));
                }
                System.out.printf(
                        "MEASURED: 1,000 of 10,000 messages scrolled back in %.1f s, never more than %d drawn%n",
                        (System.nanoTime() - start) / 1e9, MOST_DRAWN);
                chat.button("Jump to present").click();
                assertThat(chat.message("Message 9999 of")).isInViewport();
            }
        } finally {
            Simulators.stop(simulator);
        }
    }

    private static int firstNumber(ChatPage chat) {
        return Integer.parseInt(
                chat.messages().first().locator(".text").textContent().replaceAll("\\D", ""));
    }

    @Test
    void messages_200ASecond_doNotFreezeThePage(Browser browser) {
        DiscordSimulator simulator = Simulators.start();
        try (var members = new SimulatorClient(simulator.controlUri())) {
            put(members, "load-1");
            try (ChatPage chat = open(browser, simulator, "load-1")) {
                chat.page()
                        .evaluate(
                                "window.longTasks = [];"
                                        + "new PerformanceObserver(list => list.getEntries().forEach(each => longTasks.push(each.duration))).observe({type: 'longtask'})");
                write(members, 2_000, 200);
                assertThat(chat.message("Message 500 of"))
                        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(10_000));
                chat.box().fill("typed meanwhile");
                assertThat(chat.box()).hasValue("typed meanwhile");
                assertThat(chat.message("Message 1999 of"))
                        .isInViewport(new LocatorAssertions.IsInViewportOptions().setTimeout(15_000));
                assertThat(chat.messages().count()).isLessThanOrEqualTo(MOST_DRAWN);
                List<?> tasks = (List<?>) chat.page().evaluate("longTasks");
                double longest = tasks.stream()
                        .mapToDouble(each -> ((Number) each).doubleValue())
                        .max()
                        .orElse(0);
                System.out.printf(
                        "MEASURED: 200 messages/s for 10 s: %d tasks over 50 ms, the longest %.0f ms%n",
                        tasks.size(), longest);
                assertThat(longest).isLessThan(3_000);
            }
        } finally {
            Simulators.stop(simulator);
        }
    }

    @Test
    void simulator_restarted_isFoundAgainByItself(Browser browser) {
        DiscordSimulator first = Simulators.start();
        int port = first.port();
        DiscordSimulator second = first;
        try (var members = new SimulatorClient(first.controlUri())) {
            put(members, "load-1");
            try (ChatPage chat = open(browser, first, "load-1")) {
                chat.say("before the restart");
                assertThat(chat.message("before the restart")).isVisible();

                Simulators.stop(first);
                assertThat(chat.page().locator(".away")).containsText("is away");
                second = Simulators.start(options -> options.withPort(port));
                put(members, "load-1");
                members.say("warren", "load-1", "Grace", "while you were away");

                assertThat(chat.page().locator(".away"))
                        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
                chat.page()
                        .locator("channel-list button")
                        .filter(new Locator.FilterOptions().setHasText("load-1"))
                        .click();
                assertThat(chat.message("while you were away")).isVisible();
                assertThat(chat.message("before the restart")).hasCount(0);
                chat.say("after the restart");
                assertThat(chat.message("after the restart")).isVisible();
            }
        } finally {
            Simulators.stop(second);
        }
    }
}
