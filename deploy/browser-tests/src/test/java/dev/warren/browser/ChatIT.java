package dev.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.simulator.DiscordSimulator;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages in the browser: written, drawn, edited, deleted, answered, reacted to. */
@ExtendWith(InBrowser.class)
class ChatIT {
    private static final String EVIL = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";
    private static DiscordSimulator simulator;
    private static SimulatorClient members;
    private static ScriptedBot bot;

    @BeforeAll
    static void start() {
        simulator = Simulators.start();
        members = new SimulatorClient(simulator.controlUri());
        bot = ScriptedBot.start(simulator);
    }

    @AfterAll
    static void stop() {
        bot.close();
        members.close();
        Simulators.stop(simulator);
    }

    private static ChatPage open(Browser browser, TestInfo test) {
        return open(browser, channel(test), "Ada");
    }

    private static ChatPage open(Browser browser, String channel, String speaker) {
        members.put("/channels", new JsonObject().put("guild", "warren").put("channel", channel));
        return ChatPage.open(
                browser, ChatPage.Opening.of(Simulators.page(simulator), channel, speaker));
    }

    private static String channel(TestInfo test) {
        return test.getTestMethod().orElseThrow().getName().split("_")[0];
    }

    @Test
    void prefix_written_isAnsweredByTheBotWithAnEmbed(Browser browser, TestInfo test) {
        try (ChatPage chat = open(browser, test)) {
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
    void markdown_written_isDrawnAsDiscordDoes(Browser browser, TestInfo test) {
        try (ChatPage chat = open(browser, test)) {
            chat.say("**bold** *it* __under__ ~~gone~~ `code` ||hidden|| <@" + Simulators.BOT_ID
                    + "> https://example.org/a.\n> quoted\n- one\n- two\n```js\nlet x;\n```\n-# small <t:0:D>");

            Locator message = chat.messages().last();
            assertThat(message.locator("strong").last()).hasText("bold");
            assertThat(message.locator("em")).hasText("it");
            assertThat(message.locator("u")).hasText("under");
            assertThat(message.locator("s")).hasText("gone");
            assertThat(message.locator(".line code")).hasText("code");
            assertThat(message.locator(".mention")).hasText("@Warren");
            assertThat(message.locator("a")).hasAttribute("href", "https://example.org/a");
            assertThat(message.locator("blockquote")).hasText("quoted");
            assertThat(message.locator("li")).hasCount(2);
            assertThat(message.locator("pre")).hasText("let x;");
            assertThat(message.locator(".small time")).containsText("1970");
            Locator spoiler = chat.page().getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Spoiler, press to show"));
            spoiler.click();
            assertThat(spoiler).hasCount(0);
        }
    }

    @Test
    void hostileTexts_everywhere_areShownAsTexts(Browser browser, TestInfo test) {
        try (ChatPage chat = open(browser, channel(test), "Ada")) {
            members.say("warren", channel(test), EVIL.substring(0, 60), EVIL + " [x](javascript:alert(1)) <javascript:alert(1)>");
            String id = members.getList("/channels", java.util.Map.of("guild", "warren")).stream()
                    .filter(each -> each.getString("name").equals(channel(test)))
                    .findFirst()
                    .orElseThrow()
                    .getString("id");
            bot.rest().post("/channels/" + id + "/messages", new JsonObject()
                    .put("content", EVIL)
                    .put("embeds", new JsonArray().add(new JsonObject()
                            .put("title", EVIL)
                            .put("description", EVIL)
                            .put("url", "https://example.org/\"onmouseover=\"window.hacked=1")
                            .put("footer", new JsonObject().put("text", EVIL))
                            .put("fields", new JsonArray().add(new JsonObject().put("name", EVIL).put("value", EVIL)))))
                    .put("components", new JsonArray().add(new JsonObject().put("type", 1).put("components", new JsonArray()
                            .add(new JsonObject().put("type", 2).put("style", 2).put("custom_id", "x").put("label", EVIL.substring(0, 70)))))));

            assertThat(chat.messages().last()).containsText("<script>");
            assertThat(chat.page().locator("message-item script, message-item [onerror], message-item [onmouseover]")).hasCount(0);
            assertThat(chat.page().locator("message-item a[href^='javascript']")).hasCount(0);
            assertThat(chat.page().evaluate("window.hacked")).isNull();
            assertThat(chat.problems()).isEmpty();
        }
    }

    @Test
    void ownMessage_editedAndDeleted_isMarkedAndGone(Browser browser, TestInfo test) {
        try (ChatPage chat = open(browser, test)) {
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
    void othersMessage_hovered_offersNoEditing(Browser browser, TestInfo test) {
        try (ChatPage chat = open(browser, test)) {
            members.say("warren", channel(test), "Grace", "mine");
            chat.message("mine").hover();

            assertThat(chat.button("Reply")).isVisible();
            assertThat(chat.button("Edit")).hasCount(0);
            assertThat(chat.button("Delete")).hasCount(0);
        }
    }

    @Test
    void reply_written_showsWhatItAnswers(Browser browser, TestInfo test) {
        try (ChatPage chat = open(browser, test)) {
            members.say("warren", channel(test), "Grace", "Who is **there**?");
            chat.message("Who is").hover();
            chat.button("Reply").click();
            chat.say("It is me");

            assertThat(chat.message("It is me").locator(".above")).containsText("Grace");
            assertThat(chat.message("It is me").locator(".above")).containsText("Who is there?");
        }
    }

    @Test
    void reactions_chosenAndPressed_areCounted(Browser browser, TestInfo test) {
        try (ChatPage chat = open(browser, test)) {
            var written = members.say("warren", channel(test), "Grace", "like it?");
            members.react(written.id(), "Grace", "👍");
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
    void files_attached_areShownAndDownloadable(Browser browser, TestInfo test) {
        try (ChatPage chat = open(browser, test)) {
            chat.page().locator("message-composer input[type=file]").setInputFiles(new FilePayload[] {
                new FilePayload("notes.txt", "text/plain", "some notes".getBytes(StandardCharsets.UTF_8)),
                new FilePayload("evil.html", "text/html", EVIL.getBytes(StandardCharsets.UTF_8))
            });
            assertThat(chat.button("Remove notes.txt")).isVisible();
            chat.button("Send").click();

            assertThat(chat.page().locator("message-item .file")).hasCount(2);
            var answer = chat.page().request().get(simulator.cdnUri().resolve("/").toString().replaceAll("/$", "")
                    + chat.page().locator("message-item .file").last().getAttribute("href"));
            assertThat(answer.headers()).containsEntry("content-disposition", "attachment");
            assertThat(answer.headers().get("content-security-policy")).contains("sandbox");
        }
    }

    @Test
    void typing_ofAnotherMember_isShown(Browser browser, TestInfo test) {
        try (ChatPage chat = open(browser, test)) {
            members.post("/typing", new JsonObject().put("guild", "warren").put("channel", channel(test)).put("user", "Grace"));
            assertThat(chat.page().locator(".typing")).containsText("Grace is typing");

            members.say("warren", channel(test), "Grace", "done");
            assertThat(chat.page().locator(".typing")).not().containsText("Grace");
        }
    }

    @Test
    void anotherChannel_writtenIn_isMarkedUnread(Browser browser, TestInfo test) {
        members.put("/channels", new JsonObject().put("guild", "warren").put("channel", "elsewhere"));
        try (ChatPage chat = open(browser, test)) {
            members.say("warren", "elsewhere", "Grace", "psst");
            Locator other = chat.page().locator("channel-list button").filter(new Locator.FilterOptions().setHasText("elsewhere"));
            assertThat(other).containsText("unread");

            other.click();
            assertThat(chat.message("psst")).isVisible();
            assertThat(other).not().containsText("unread");
        }
    }

    @Test
    void speaker_chosenAnew_writesUnderThatName(Browser browser, TestInfo test) {
        try (ChatPage chat = open(browser, test)) {
            chat.page().locator("channel-list .speaker").click();
            Locator name = chat.page().getByRole(AriaRole.TEXTBOX, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Name of a member"));
            name.fill("Newcomer");
            chat.page().getByText("New member “Newcomer”").click();
            assertThat(chat.page().locator("channel-list .speaker")).containsText("Newcomer");
            chat.ready();
            chat.say("I am new");

            assertThat(chat.message("I am new").locator(".byline")).containsText("Newcomer");
        }
    }
}
