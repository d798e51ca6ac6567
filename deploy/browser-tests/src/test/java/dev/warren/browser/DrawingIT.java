package dev.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages in the browser as they are drawn: markdown, hostile texts, files. */
@ExtendWith(InBrowser.class)
class DrawingIT {
    private static final String EVIL = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";
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
    void markdown_written_isDrawnAsDiscordDoes(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
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
            Locator spoiler = chat.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spoiler, press to show"));
            spoiler.click();
            assertThat(spoiler).hasCount(0);
        }
    }

    @Test
    void hostileTexts_everywhere_areShownAsTexts(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            room.members()
                    .say(
                            "warren",
                            Room.channel(test),
                            EVIL.substring(0, 60),
                            EVIL + " [x](javascript:alert(1)) <javascript:alert(1)>");
            room.bot()
                    .rest()
                    .post(
                            "/channels/" + room.idOf(Room.channel(test)) + "/messages",
                            new JsonObject()
                                    .put("content", EVIL)
                                    .put(
                                            "embeds",
                                            new JsonArray()
                                                    .add(new JsonObject()
                                                            .put("title", EVIL)
                                                            .put("description", EVIL)
                                                            .put(
                                                                    "url",
                                                                    "https://example.org/\"onmouseover=\"window.hacked=1")
                                                            .put("footer", new JsonObject().put("text", EVIL))
                                                            .put(
                                                                    "fields",
                                                                    new JsonArray()
                                                                            .add(new JsonObject()
                                                                                    .put("name", EVIL)
                                                                                    .put("value", EVIL)))))
                                    .put(
                                            "components",
                                            new JsonArray()
                                                    .add(new JsonObject()
                                                            .put("type", 1)
                                                            .put(
                                                                    "components",
                                                                    new JsonArray()
                                                                            .add(new JsonObject()
                                                                                    .put("type", 2)
                                                                                    .put("style", 2)
                                                                                    .put("custom_id", "x")
                                                                                    .put("label", EVIL))))));

            assertThat(chat.messages().last()).containsText("<script>");
            assertThat(chat.page().locator("message-item script, message-item [onerror], message-item [onmouseover]"))
                    .hasCount(0);
            assertThat(chat.page().locator("message-item a[href^='javascript']"))
                    .hasCount(0);
            assertThat(chat.page().evaluate("window.hacked")).isNull();
            assertThat(chat.problems()).isEmpty();
        }
    }

    @Test
    void files_attached_areShownAndDownloadable(Browser browser, TestInfo test) {
        try (ChatPage chat = room.enter(browser, test, "Ada")) {
            chat.page().locator("message-composer input[type=file]").setInputFiles(new FilePayload[] {
                new FilePayload("notes.txt", "text/plain", "some notes".getBytes(StandardCharsets.UTF_8)),
                new FilePayload("evil.html", "text/html", EVIL.getBytes(StandardCharsets.UTF_8))
            });
            assertThat(chat.button("Remove notes.txt")).isVisible();
            chat.button("Send").click();

            assertThat(chat.page().locator("message-item .file")).hasCount(2);
            var answer = chat.page()
                    .request()
                    .get(room.simulator().cdnUri().resolve("/").toString().replaceAll("/$", "")
                            + chat.page().locator("message-item .file").last().getAttribute("href"));
            assertThat(answer.headers()).containsEntry("content-disposition", "attachment");
            assertThat(answer.headers().get("content-security-policy")).contains("sandbox");
        }
    }
}
