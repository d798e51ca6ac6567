package dev.warren.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.warren.browser.ChatPage;
import dev.warren.browser.ChatPage.Opening;
import dev.warren.browser.InBrowser;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Warren as a newcomer meets it: in the browser, on the started stack. */
@ExtendWith({InBrowser.class, OnStack.class})
class BrowserIT {
    private static final int PATIENCE_MILLIS = 20_000;

    private static ChatPage open(Browser browser, Stack stack, TestInfo test) {
        return ChatPage.open(browser, opening(stack, test));
    }

    private static Opening opening(Stack stack, TestInfo test) {
        String channel = "browser-"
                + test.getTestMethod().orElseThrow().getName().split("_")[0].toLowerCase(Locale.ROOT);
        stack.discord().put("/channels", new JsonObject().put("guild", "warren").put("channel", channel));
        int port = stack.process("discord-simulator").getInteger("port");
        return Opening.of(URI.create("http://localhost:" + port), channel, "owner");
    }

    private static Locator last(ChatPage chat, String text) {
        Locator message = chat.message(text).last();
        assertThat(message).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        return message;
    }

    @Test
    void prefixAndSlash_rank_areAnswered(Browser browser, Stack stack, TestInfo test) {
        try (ChatPage chat = open(browser, stack, test)) {
            chat.say("good morning");
            chat.say("!rank");
            assertThat(last(chat, "Level").locator(".above")).containsText("!rank");

            chat.slash("rank");
            assertThat(last(chat, "used /rank"))
                    .containsText("Level", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        }
    }

    @Test
    void rank_withAMember_isCompletedByName(Browser browser, Stack stack, TestInfo test) {
        stack.discord().put("/members", new JsonObject().put("guild", "warren").put("user", "Gwendolyn"));
        try (ChatPage chat = open(browser, stack, test)) {
            Locator form = chat.choose("rank");
            form.getByText("+ member").click();
            form.getByRole(AriaRole.COMBOBOX).fill("gwen");
            chat.page()
                    .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Gwendolyn"))
                    .click();
            chat.button("Send the command").click();

            last(chat, "Gwendolyn");
        }
    }

    @Test
    void help_choiceOfACommand_isExplainedToTheMemberAlone(Browser browser, Stack stack, TestInfo test) {
        try (ChatPage chat = open(browser, stack, test)) {
            chat.slash("help");
            last(chat, "What I can do");
            chat.page()
                    .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Details of a command"))
                    .click();
            chat.page()
                    .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("/balance"))
                    .click();

            assertThat(last(chat, "Only you can see this")).containsText("balance");
        }
    }

    @Test
    void settings_completedAndShown_areForTheAdministratorAlone(Browser browser, Stack stack, TestInfo test) {
        try (ChatPage chat = open(browser, stack, test)) {
            Locator form = chat.choose("settings show");
            form.getByText("+ setting").click();
            form.getByRole(AriaRole.COMBOBOX).fill("pref");
            chat.page()
                    .getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasText("prefix"))
                    .first()
                    .click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
            chat.button("Send the command").click();

            assertThat(last(chat, "Only you can see this")).containsText("prefix");
        }
    }

    @Test
    void way_ofAnAnsweredCommand_namesTheServicesAndTheirTimes(Browser browser, Stack stack, TestInfo test) {
        try (ChatPage chat = open(browser, stack, test)) {
            chat.say("which way do you go?");
            chat.say("!rank");
            Locator answer = last(chat, "Level");
            answer.hover();
            answer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Way of this event"))
                    .click();

            var patient = new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
            Locator way = chat.page().locator("warren-event-way");
            assertThat(way).containsText("leveling-service", patient);
            assertThat(way).containsText("gateway-service", patient);
            assertThat(way).containsText(" ms", patient);
        }
    }

    /** Writes the README's pictures with {@code -Dwarren.screenshots.write=true}; otherwise it only shows that they can be made. */
    @Test
    void screenshots_ofTheClient_areMade(Browser browser, Stack stack, TestInfo test) {
        Path folder = Boolean.getBoolean("warren.screenshots.write")
                ? Path.of(System.getProperty("warren.root"), "deploy", "docs", "images")
                : Path.of("target", "screenshots");
        Opening opening = opening(stack, test);
        stack.discord()
                .say(
                        "warren",
                        opening.channel(),
                        "Ada",
                        "good morning! does anybody know **how many levels** there are?");
        stack.discord()
                .say("warren", opening.channel(), "Grace", "as many as you write for, I think: `/leaderboard` tells");
        try (ChatPage chat = ChatPage.open(browser, opening)) {
            chat.say("!rank");
            assertThat(chat.page()
                            .locator("message-item .above")
                            .filter(new Locator.FilterOptions().setHasText("!rank"))
                            .first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
            chat.slash("leaderboard");
            last(chat, "used /leaderboard");
            take(chat, folder.resolve("chat-light.png"));
        }
        try (ChatPage chat = ChatPage.open(browser, opening.inDark())) {
            last(chat, "Level");
            chat.box().fill("/");
            assertThat(chat.page().getByRole(AriaRole.OPTION).first()).isVisible();
            take(chat, folder.resolve("commands-dark.png"));
        }
        try (ChatPage chat = ChatPage.open(browser, opening.sized(360, 720))) {
            last(chat, "Level");
            take(chat, folder.resolve("chat-narrow.png"));
        }
    }

    private static void take(ChatPage chat, Path file) {
        chat.page().waitForFunction("() => document.fonts.ready.then(() => true)");
        chat.page().screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
