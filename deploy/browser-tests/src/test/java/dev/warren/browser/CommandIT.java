package dev.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commands, components and modals in the browser. */
@ExtendWith(InBrowser.class)
class CommandIT {
    private static Room room;

    @BeforeAll
    static void start() {
        room = Room.open();
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    private static Locator field(ChatPage chat, String name) {
        return chat.page().locator("command-form [data-option=" + name + "] input");
    }

    private static Locator option(ChatPage chat, String text) {
        return chat.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(text));
    }

    @Test
    void slash_typed_offersCommandsWithTheirOptions(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.box().fill("/");
            Locator offered = chat.page().locator("message-composer [role=option]");
            assertThat(offered).hasCount(9);
            assertThat(offered.filter(new Locator.FilterOptions().setHasText("/settings change prefix")))
                    .isVisible();
            chat.box().fill("/gre");
            assertThat(offered).hasCount(1);
            assertThat(offered).containsText("mood");
        }
    }

    @Test
    void command_deferred_showsThatTheBotThinksAndThenItsAnswer(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.slash("rank");

            assertThat(chat.messages().last()).containsText("Ada used /rank");
            assertThat(chat.messages().last()).containsText("Level 4 for Ada");
            assertThat(chat.problems()).isEmpty();
        }
    }

    @Test
    void options_filledIn_haveChoicesAndCompletions(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "owner")) {
            Locator form = chat.choose("greet");
            field(chat, "name").fill("al");
            option(chat, "Alan").click();
            form.getByText("+ mood").click();
            option(chat, "Sadly").click();
            form.getByText("+ loud").click();
            option(chat, "True").click();
            form.getByText("+ where").click();
            option(chat, "#general").click();
            form.getByText("+ times").click();
            field(chat, "times").fill("9");
            field(chat, "times").press("Enter");
            assertThat(form.getByRole(AriaRole.ALERT)).containsText("at most 5");
            field(chat, "times").fill("2");
            field(chat, "times").press("Enter");

            assertThat(chat.messages().last()).containsText("name=Alan, mood=sad, times=2, loud=true, where=");
        }
    }

    @Test
    void requiredOption_empty_isAskedFor(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            Locator form = chat.choose("greet");
            chat.button("Send the command").click();

            assertThat(form.getByRole(AriaRole.ALERT)).hasText("name is needed.");
        }
    }

    @Test
    void subcommand_inAGroup_isSentWithItsPath(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.choose("settings change prefix");
            field(chat, "to").fill("?");
            field(chat, "to").press("Enter");

            assertThat(chat.messages().last()).containsText("\"prefix\"");
        }
    }

    @Test
    void button_pressed_changesTheMessage(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.slash("help");
            assertThat(chat.button("Off")).isDisabled();
            assertThat(chat.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read on")))
                    .hasAttribute("href", "https://example.org/read");
            chat.button("Again").click();

            assertThat(chat.messages().last()).containsText("Pressed by Ada");
        }
    }

    @Test
    void select_chosen_isToldToTheBot(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.slash("help");
            chat.page()
                    .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Choose a topic"))
                    .click();
            option(chat, "Levels").click();

            assertThat(chat.messages().last()).containsText("Chosen: topic [\"levels\"]");
        }
    }

    @Test
    void componentsOfVersion2_used_areToldToTheBot(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "owner")) {
            chat.slash("panel");
            assertThat(chat.page().locator(".container")).containsText("A container");
            chat.button("Press").click();
            assertThat(chat.messages().last()).containsText("Chosen: press");

            Locator who = chat.page()
                    .getByRole(
                            AriaRole.COMBOBOX,
                            new Page.GetByRoleOptions()
                                    .setName("Choose members")
                                    .setExact(true));
            who.click();
            option(chat, "owner").click();
            option(chat, "Warren").click();
            who.press("Escape");

            assertThat(chat.messages().last()).containsText("Chosen: who [\"");
            assertThat(chat.messages().last()).containsText(Simulators.BOT_ID);
        }
    }

    @Test
    void modal_filledIn_isSentAndChecked(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.slash("form");
            Locator dialog = chat.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Tell us"));
            assertThat(dialog).isVisible();
            Locator name = dialog.getByLabel("Your name");
            assertThat(name).isFocused();
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Submit"))
                    .click();
            assertThat(dialog.getByRole(AriaRole.ALERT).first()).hasText("Your name is needed.");
            name.fill("A");
            dialog.getByRole(AriaRole.COMBOBOX).click();
            option(chat, "Green").click();
            name.press("Enter");
            assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("2 to 20 characters");
            name.fill("Ada");
            dialog.getByLabel("Your story").fill("Once");
            name.press("Enter");

            assertThat(dialog).hasCount(0);
            assertThat(chat.messages().last()).containsText("name=Ada, story=Once, color=[\"green\"]");
            assertThat(chat.box()).isFocused();
        }
    }

    @Test
    void modal_openedByAButton_appears(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.slash("help");
            chat.button("Tell more").click();

            assertThat(chat.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Tell us")))
                    .isVisible();
        }
    }

    @Test
    void ephemeralAnswer_given_isSeenByItsMemberAloneAndDismissed(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada");
                ChatPage other = room.enter(browser, test, "Grace")) {
            chat.slash("secret");
            chat.say("after it");

            assertThat(chat.message("A secret")).containsText("Only you can see this");
            assertThat(other.message("after it")).isVisible();
            assertThat(other.message("A secret")).hasCount(0);
            chat.button("Dismiss message").click();
            assertThat(chat.message("A secret")).hasCount(0);
        }
    }

    @Test
    void contextMenus_ofMessageAndMember_runCommands(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "owner")) {
            chat.say("wise words");
            chat.message("wise words").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
            chat.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Quote"))
                    .click();
            assertThat(chat.messages().last()).containsText("Quoted: wise words");

            chat.page()
                    .locator("member-list button")
                    .filter(new Locator.FilterOptions().setHasText("owner"))
                    .click();
            chat.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Wave at"))
                    .click();
            assertThat(chat.messages().last()).containsText("Waving at @owner");
        }
    }

    @Test
    void command_neverAnswered_isSaidSo(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.slash("silent");

            assertThat(chat.page().locator(".notice"))
                    .containsText(
                            "Warren did not answer in time",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(8_000));
        }
    }
}
