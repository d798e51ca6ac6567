package dev.warren.eventviewer.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.warren.eventviewer.EventViewer;
import dev.warren.eventviewer.OnKafka;
import dev.warren.eventviewer.Story;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelIT {
    private static final OnKafka KAFKA = OnKafka.shared();
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static Chromium chromium;
    private static EventViewer viewer;
    private static HostPage host;

    private final List<String> problems = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        viewer = KAFKA.viewer();
        host = HostPage.of(viewer.address());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            host.close();
            viewer.close();
            chromium.close();
        }
    }

    @AfterEach
    void close() {
        contexts.forEach(BrowserContext::close);
        assertThat(problems).isEmpty();
    }

    @Test
    void way_ofTheBotsMessage_isReadOnAPageOfAnotherAddress() {
        var story = happened();

        var page = open(
                1000, ColorScheme.LIGHT, host.address("?guild-id=100&channel-id=200&message-id=" + story.posted()));

        assertThat(page).hasTitle("Way of this event");
        assertThat(page.getByRole(AriaRole.HEADING, level(2)))
                .hasText("Ada wrote in #general: “!rank” — answered after 41 ms");
        assertThat(page.locator("warren-event-way .step")).hasCount(10);
        assertThat(page.getByText("no XP: commands earn none")).isVisible();
        picture(page, "way-light");
    }

    @Test
    void step_byKeyboardAlone_opensAndShowsTheRawRecord() {
        var story = happened();
        var page =
                open(1000, ColorScheme.DARK, host.address("?guild-id=100&channel-id=200&message-id=" + story.asked()));
        assertThat(page.locator("warren-event-way .step")).hasCount(10);

        page.getByRole(AriaRole.BUTTON, named("asks to post")).focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.getByLabel("Raw record").last()).containsText("\"content\" : \"Ada is at level 3\"");
        assertThat(page.getByText("command:" + story.asked()).first()).isVisible();
        picture(page, "way-dark-open");
    }

    @ParameterizedTest
    @CsvSource({"1000,LIGHT", "1000,DARK", "360,LIGHT", "360,DARK"})
    void panel_inBothThemesAndNarrow_hasNoBarrierAndNoSidewaysScroll(int width, ColorScheme theme) {
        var story = happened();
        var way = open(width, theme, host.address("?guild-id=100&channel-id=200&message-id=" + story.posted()));
        assertThat(way.locator("warren-event-way .step")).hasCount(10);
        way.getByRole(AriaRole.BUTTON, named("asks to post")).click();
        way.getByText("How to read this").click();
        way.getByRole(AriaRole.BUTTON, named("Raw record")).click();
        assertThat(way.getByLabel("Raw record").last()).containsText("Ada is at level 3");
        checked(way, "way-" + width + "-" + theme);

        var page = open(width, theme, viewer.address() + "/");
        assertThat(page.locator("warren-event-page tbody tr").first()).isVisible();
        assertThat(page.locator("warren-event-page .row").first()).isVisible();
        checked(page, "page-" + width + "-" + theme);
    }

    @Test
    void page_recordThatComes_isShownAndLeadsToItsWay() {
        var page = open(1000, ColorScheme.LIGHT, viewer.address() + "/");
        assertThat(page.getByText("Live", exactly())).isVisible();
        page.locator("select[name=topic]").selectOption("discord.interactions");
        page.getByRole(AriaRole.BUTTON, named("Filter")).click();

        var story = happened();
        var row = page.locator(".row", new Page.LocatorOptions().setHasText("message:" + story.asked()));
        row.click();

        assertThat(page.locator("warren-event-way h2")).containsText("Ada wrote in #general");
        assertThat(page.locator(".row").filter(withText("discord.messages"))).hasCount(0);
    }

    @Test
    void page_linkTyped_showsItsWay_andNonsenseIsExplained() {
        var story = happened();
        var page = open(1000, ColorScheme.LIGHT, viewer.address() + "/");
        var field = page.getByLabel("Link to a message");

        field.fill("http://localhost:8080/channels/100/200/" + story.posted());
        field.press("Enter");
        assertThat(page.locator("warren-event-way h2")).containsText("answered after 41 ms");

        field.fill("99999999999999999999");
        field.press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("q must be a link to a message, an id of Discord");
        // the browser tells of the refused request, as it should
        problems.removeIf(problem -> problem.contains("400"));
    }

    private Story happened() {
        return Story.told(KAFKA.written(), Instant.now(), Optional.empty());
    }

    private Page open(int width, ColorScheme theme, String address) {
        var context = chromium.browser()
                .newContext(new NewContextOptions().setViewportSize(width, 800).setColorScheme(theme));
        contexts.add(context);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
        page.onPageError(problems::add);
        page.navigate(address);
        return page;
    }

    private static void checked(Page page, String name) {
        picture(page, name);
        var sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(sideways).as("pixels to scroll sideways").isEqualTo(0);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().toString())
                .isEmpty();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(PICTURES.resolve(name.toLowerCase(Locale.ROOT) + ".png"))
                .setFullPage(true));
    }

    private static Page.GetByRoleOptions named(String part) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(".*" + part + ".*", Pattern.DOTALL));
    }

    private static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
