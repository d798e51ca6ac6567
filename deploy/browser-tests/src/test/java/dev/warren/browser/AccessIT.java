package dev.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.warren.browser.ChatPage.Opening;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web client for everybody: by keyboard alone, in narrow windows, in both themes, and held against axe's rules. */
@ExtendWith(InBrowser.class)
class AccessIT {
    private static Room room;

    @BeforeAll
    static void start() {
        room = Room.open(options -> options.withWeb(options.web().withHints(List.of("!rank", "/rank"))));
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    private static Opening opening(String channel) {
        return room.opening(channel, "owner");
    }

    private static void fill(String channel) {
        var first = room.members()
                .say(
                        "warren",
                        channel,
                        "Grace",
                        "**Hello** <@" + Simulators.BOT_ID + "> ||secret|| `code`\n> quote\n```\ncode\n```");
        room.members()
                .write(new JsonObject()
                        .put("guild", "warren")
                        .put("channel", channel)
                        .put("author", "owner")
                        .put("content", "an answer")
                        .put("replyTo", first.id()));
        room.members().react(first.id(), "owner", "👍");
        room.members().say("warren", channel, "owner", "!rank");
        for (String command : List.of("help", "panel", "secret", "rank")) {
            room.members().command("warren", channel, "owner", command, Map.of());
        }
    }

    private static void assertNoViolation(Page page, String where) {
        // what moves in is measured when it stands
        page.evaluate(
                "Promise.all(document.getAnimations().filter(each => each.effect.getTiming().iterations === 1).map(each => each.finished))");
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as(where)
                .extracting(rule -> rule.getId() + ": "
                        + rule.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                .toList())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void page_inBothThemes_breaksNoRuleOfAxe(boolean dark, Browser browser) {
        String channel = dark ? "axe-dark" : "axe-light";
        Opening opening = opening(channel);
        fill(channel);
        try (ChatPage chat = ChatPage.open(browser, dark ? opening.inDark() : opening)) {
            assertThat(chat.message("Level 4 for owner")).isVisible();
            assertNoViolation(chat.page(), "channel");
            chat.message("an answer").hover();
            assertNoViolation(chat.page(), "message with its actions");
            chat.page()
                    .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Choose a topic"))
                    .click();
            assertNoViolation(chat.page(), "open menu of a component");
            chat.page().keyboard().press("Escape");
            chat.box().fill("/");
            assertThat(chat.page().getByRole(AriaRole.OPTION).first()).isVisible();
            assertNoViolation(chat.page(), "commands");
            chat.choose("greet");
            assertNoViolation(chat.page(), "command with its options");
            chat.page().keyboard().press("Escape");
            chat.page().keyboard().press("Escape");
            chat.slash("form");
            assertThat(chat.page().locator("bot-modal dialog")).isVisible();
            assertNoViolation(chat.page(), "form of the bot");
            chat.page().keyboard().press("Escape");
            chat.page().locator("channel-list .speaker").click();
            assertNoViolation(chat.page(), "choice of the speaker");
        }
    }

    @Test
    void emptyChannel_opened_saysWhatToTryFirst(Browser browser) {
        try (ChatPage chat = ChatPage.open(browser, opening("hints"))) {
            assertNoViolation(chat.page(), "empty channel");
            Locator hints = chat.page().locator("starter-hints button");
            assertThat(hints).hasCount(2);
            hints.first().click();
            assertThat(chat.box()).hasValue("!rank");
            hints.last().click();
            assertThat(chat.page().getByRole(AriaRole.FORM)).isVisible();
        }
    }

    @Test
    void keyboard_alone_doesAllThatThePointerDoes(Browser browser) {
        try (ChatPage chat = ChatPage.open(browser, opening("keys"))) {
            var keys = chat.page().keyboard();
            keys.press("Tab");
            assertThat(chat.page().getByText("Skip to the message box")).isFocused();
            keys.press("Enter");
            assertThat(chat.box()).isFocused();
            keys.type("/hel");
            assertThat(chat.page().getByRole(AriaRole.OPTION)).hasCount(1);
            keys.press("Tab");
            assertThat(chat.page().getByRole(AriaRole.FORM)).isVisible();
            keys.press("Enter");
            assertThat(chat.button("Again")).isVisible();
            assertThat(chat.box()).isFocused();

            until(chat, "Shift+Tab", chat.button("Again"));
            keys.press("Enter");
            assertThat(chat.messages().last()).containsText("Pressed by owner");

            until(
                    chat,
                    "Shift+Tab",
                    chat.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Choose a topic")));
            keys.press("ArrowDown");
            keys.press("ArrowDown");
            keys.press("Enter");
            assertThat(chat.messages().last()).containsText("coins");

            until(chat, "Shift+Tab", chat.page().locator(".scroller"));
            keys.press("ArrowUp");
            assertThat(chat.messages().last()).isFocused();
            until(chat, "Tab", chat.button("Add a reaction"));
            keys.press("Enter");
            assertThat(chat.button("thumbs up")).isFocused();
            keys.press("ArrowRight");
            keys.press("Enter");
            assertThat(chat.page().locator(".reaction")).containsText("👎");

            until(chat, "Shift+Tab", chat.page().locator("channel-list .speaker"));
            keys.press("Enter");
            keys.type("Kim");
            keys.press("Enter");
            assertThat(chat.page().locator("channel-list .speaker")).containsText("Kim");
        }
    }

    /** Presses a key until it has led to the element; in vain after many. */
    private static void until(ChatPage chat, String key, Locator wanted) {
        for (int i = 0; i < 60 && !Boolean.TRUE.equals(wanted.evaluate("element => element.matches(':focus')")); i++) {
            chat.page().keyboard().press(key);
        }
        assertThat(wanted).isFocused();
    }

    @Test
    void narrowWindow_of360Pixels_showsAllWithoutScrollingSideways(Browser browser) {
        Opening opening = opening("narrow");
        fill("narrow");
        try (ChatPage chat = ChatPage.open(browser, opening.sized(360, 640))) {
            assertThat(chat.message("Level 4 for owner")).isVisible();
            assertThat(chat.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(360);
            assertThat(
                            (Boolean)
                                    chat.page()
                                            .locator(".scroller")
                                            .evaluate(
                                                    "list => [...list.querySelectorAll('message-item *')].every(each => each.closest('.tools, pre, [hidden], spoiler-text') || each.getBoundingClientRect().right <= 361)"))
                    .isTrue();
            assertThat(chat.page().locator("channel-list")).isHidden();
            chat.button("Guilds and channels").click();
            assertNoViolation(chat.page(), "open drawer");
            chat.page()
                    .locator("channel-list button")
                    .filter(new Locator.FilterOptions().setHasText("general"))
                    .click();
            assertThat(chat.page().locator("channel-list")).isHidden();
            assertThat(chat.page().locator("h1")).containsText("general");
            chat.button("Members").click();
            assertThat(chat.page().locator("member-list")).isVisible();
            assertNoViolation(chat.page(), "members");
        }
    }

    @Test
    void theme_switched_isKept(Browser browser) {
        try (ChatPage chat = ChatPage.open(browser, opening("theme"))) {
            String light = background(chat);
            chat.button("Switch to dark").click();
            String dark = background(chat);
            assertThat(dark).isNotEqualTo(light);

            chat.page().reload();
            chat.ready();

            assertThat(background(chat)).isEqualTo(dark);
        }
    }

    private static String background(ChatPage chat) {
        return (String) chat.page().evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
