package dev.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The web client in a browser, as a member uses it. Keeps every error that the browser tells. */
public final class ChatPage implements AutoCloseable {
    private static final int ACTION_MILLIS = 10_000;
    private final BrowserContext context;
    private final Page page;
    private final List<String> problems = new ArrayList<>();

    /**
     * How it is opened.
     *
     * @param address of the local Discord, without path
     * @param guild by name
     * @param channel by name; must be there
     * @param speaker member as whom one speaks
     * @param width of the window in pixels
     * @param height of the window in pixels
     * @param dark whether the system prefers dark
     */
    public record Opening(
            URI address, String guild, String channel, String speaker, int width, int height, boolean dark) {
        public static Opening of(URI address, String channel, String speaker) {
            return new Opening(address, "warren", channel, speaker, 1280, 800, false);
        }

        public Opening sized(int newWidth, int newHeight) {
            return new Opening(address, guild, channel, speaker, newWidth, newHeight, dark);
        }

        public Opening inDark() {
            return new Opening(address, guild, channel, speaker, width, height, true);
        }
    }

    private ChatPage(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(ACTION_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
        page.onPageError(problems::add);
    }

    /** Opens the page and waits until it is ready. */
    public static ChatPage open(Browser browser, Opening opening) {
        var chat = new ChatPage(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(opening.width(), opening.height())
                .setLocale("en-US")
                .setColorScheme(opening.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)));
        chat.context.addInitScript(
                "localStorage.getItem('local-discord.speaker') ?? localStorage.setItem('local-discord.speaker', '"
                        + opening.speaker() + "')");
        chat.page.navigate(opening.address() + "/#/" + encoded(opening.guild()) + "/" + encoded(opening.channel()));
        chat.ready();
        return chat;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Waits until one can write. */
    public void ready() {
        assertThat(box()).isEnabled();
        assertThat(page.getByText("Reading messages")).hasCount(0);
    }

    public Page page() {
        return page;
    }

    /** What the browser complained of: uncaught errors, refused resources, breaches of the policy. */
    public List<String> problems() {
        return problems;
    }

    /** Where one writes. */
    public Locator box() {
        return page.locator("message-composer textarea");
    }

    public void say(String text) {
        box().fill(text);
        box().press("Enter");
    }

    /** Types a slash command as far as it is named, takes the first that is offered, and sends it as it is. */
    public void slash(String name) {
        choose(name);
        page.keyboard().press("Enter");
    }

    /** Types a slash command as far as it is named, and takes the first that is offered. */
    public Locator choose(String name) {
        box().fill("/" + name);
        Locator offered = page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("/" + name));
        assertThat(offered.first()).isVisible();
        box().press("Enter");
        Locator form = page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Command /" + name));
        assertThat(form).isVisible();
        return form;
    }

    public Locator messages() {
        return page.locator("message-item");
    }

    public Locator message(String text) {
        return messages().filter(new Locator.FilterOptions().setHasText(text));
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
