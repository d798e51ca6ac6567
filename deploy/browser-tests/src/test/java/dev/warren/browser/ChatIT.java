package dev.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages in the browser: written, edited, deleted, answered, reacted to. */
@ExtendWith(InBrowser.class)
class ChatIT {
    private static final String SENDING = "**/control/v1/messages";

    private static Room room;

    @BeforeAll
    static void start() {
        room = Room.open();
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @Test
    void prefix_written_isAnsweredByTheBotWithAnEmbed(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.say("!rank");

            Locator card = chat.page().locator(".embed");
            assertThat(card).containsText("Rank of Ada");
            assertThat(card.locator("strong")).hasText("4");
            assertThat(card.locator("dt").first()).hasText("Messages");
            assertThat(chat.messages().last().locator(".above")).containsText("!rank");
            assertThat(chat.problems()).isEmpty();
        }
    }

    @Test
    void ownMessage_editedAndDeleted_isMarkedAndGone(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.say("first wrods");
            assertThat(chat.message("first wrods")).isVisible();
            chat.box().press("ArrowUp");
            assertThat(chat.box()).hasValue("first wrods");
            chat.box().fill("first words");
            chat.box().press("Enter");

            assertThat(chat.message("first words")).containsText("(edited)");

            chat.message("first words").hover();
            chat.button("Delete").click();
            assertThat(chat.messages()).hasCount(0);
        }
    }

    @Test
    void nextMessage_writtenWhileTheFirstIsOnItsWay_isKeptAndComesSecond(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            Deque<Route> held = new ArrayDeque<>();
            chat.page().route(SENDING, held::add);
            chat.say("the first");
            chat.page().waitForCondition(() -> !held.isEmpty());
            chat.page().unroute(SENDING);
            chat.say("the second");
            chat.box().fill("the thi");
            held.remove().resume();

            assertThat(chat.messages()).hasCount(2);
            assertThat(chat.messages().first()).containsText("the first");
            assertThat(chat.messages().last()).containsText("the second");
            assertThat(chat.box()).hasValue("the thi");
        }
    }

    @Test
    void message_refused_isBackInTheBox(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.page().route(SENDING, Route::abort);
            chat.say("who hears this?");

            assertThat(chat.box()).hasValue("who hears this?");
            chat.page().unroute(SENDING);
            chat.box().press("Enter");
            assertThat(chat.message("who hears this?")).isVisible();
        }
    }

    @Test
    void othersMessage_hovered_offersNoEditing(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            room.members().say("warren", Room.channel(test), "Grace", "mine");
            chat.message("mine").hover();

            assertThat(chat.button("Reply")).isVisible();
            assertThat(chat.button("Edit")).hasCount(0);
            assertThat(chat.button("Delete")).hasCount(0);
        }
    }

    @Test
    void reply_written_showsWhatItAnswers(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            room.members().say("warren", Room.channel(test), "Grace", "Who is **there**?");
            chat.message("Who is").hover();
            chat.button("Reply").click();
            chat.say("It is me");

            assertThat(chat.message("It is me").locator(".above")).containsText("Grace");
            assertThat(chat.message("It is me").locator(".above")).containsText("Who is there?");
        }
    }

    @Test
    void reactions_chosenAndPressed_areCounted(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            var written = room.members().say("warren", Room.channel(test), "Grace", "like it?");
            room.members().react(written.id(), "Grace", "👍");
            Locator reaction = chat.page().locator(".reaction");
            assertThat(reaction).hasText(Pattern.compile("👍\\s*1"));
            reaction.click();
            assertThat(reaction).hasText(Pattern.compile("👍\\s*2"));
            assertThat(reaction).hasAttribute("aria-pressed", "true");

            chat.message("like it?").hover();
            chat.button("Add a reaction").click();
            chat.button("rabbit").click();

            assertThat(chat.page().locator(".reaction")).hasCount(2);
        }
    }

    @Test
    void typing_ofAnotherMember_isShown(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            room.members()
                    .post(
                            "/typing",
                            new JsonObject()
                                    .put("guild", "warren")
                                    .put("channel", Room.channel(test))
                                    .put("user", "Grace"));
            assertThat(chat.page().locator(".typing")).containsText("Grace is typing");

            room.members().say("warren", Room.channel(test), "Grace", "done");
            assertThat(chat.page().locator(".typing")).not().containsText("Grace");
        }
    }

    @Test
    void anotherChannel_writtenIn_isMarkedUnread(Browser browser, TestInfo test) {
        room.members().put("/channels", new JsonObject().put("guild", "warren").put("channel", "elsewhere"));
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            room.members().say("warren", "elsewhere", "Grace", "psst");
            Locator other = chat.page()
                    .locator("channel-list button")
                    .filter(new Locator.FilterOptions().setHasText("elsewhere"));
            assertThat(other).containsText("unread");

            other.click();
            assertThat(chat.message("psst")).isVisible();
            assertThat(other).not().containsText("unread");
        }
    }

    @Test
    void speaker_chosenAnew_writesUnderThatName(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.page().locator("channel-list .speaker").click();
            Locator name =
                    chat.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name of a member"));
            name.fill("Newcomer");
            chat.page().getByText("New member “Newcomer”").click();
            assertThat(chat.page().locator("channel-list .speaker")).containsText("Newcomer");
            chat.ready();
            chat.say("I am new");

            assertThat(chat.message("I am new").locator(".byline")).containsText("Newcomer");
        }
    }

    @Test
    void directMessage_written_isAnsweredThere(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.button("Direct messages").click();
            assertThat(chat.page().locator("h1")).containsText("Warren");
            chat.ready();
            chat.say("!rank");

            assertThat(chat.page().locator(".embed")).containsText("Rank of Ada");
        }
    }

    @Test
    void thread_underItsChannel_isOpened(Browser browser, TestInfo test) {
        room.members()
                .put(
                        "/channels",
                        new JsonObject()
                                .put("guild", "warren")
                                .put("channel", "side talk")
                                .put("type", "public-thread")
                                .put("parent", "general"));
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.page()
                    .locator("channel-list button.thread")
                    .filter(new Locator.FilterOptions().setHasText("side talk"))
                    .click();
            chat.ready();
            chat.say("in the thread");

            assertThat(chat.message("in the thread")).isVisible();
            assertThat(chat.page().locator("h1")).containsText("side talk");
        }
    }
}
