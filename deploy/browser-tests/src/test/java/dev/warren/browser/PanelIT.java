package dev.warren.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import dev.warren.browser.ChatPage.Opening;
import dev.warren.simulator.DiscordSimulator;
import dev.warren.simulator.client.SimulatorClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A panel of another server beside messages and on a page of its own. */
@ExtendWith(InBrowser.class)
class PanelIT {
    private static final String PANEL = """
            class TinyMessage extends HTMLElement {
              connectedCallback() { this.textContent = `message ${this.getAttribute('message-id')} in ${this.getAttribute('channel-id')} of `
                + `${this.getAttribute('guild-id')}, interaction ${this.getAttribute('interaction-id')}, ${getComputedStyle(this).getPropertyValue('--fg')}`; }
            }
            class TinyPage extends HTMLElement { connectedCallback() { this.textContent = `page of ${this.getAttribute('guild-id')}`; } }
            customElements.define('tiny-message', TinyMessage);
            customElements.define('tiny-page', TinyPage);
            export default { title: 'Way of this event', messageElement: 'tiny-message', pageElement: 'tiny-page' };
            """;

    private static HttpServer serve(String module) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/panel.js", exchange -> {
            byte[] bytes = module.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("content-type", "text/javascript");
            exchange.getResponseHeaders()
                    .add(
                            "access-control-allow-origin",
                            exchange.getRequestHeaders().getFirst("origin"));
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static DiscordSimulator with(int panelPort) {
        return Simulators.start(options ->
                options.withWeb(options.web().withPanel(URI.create("http://127.0.0.1:" + panelPort + "/panel.js"))));
    }

    @Test
    void panel_loaded_showsItsElementsWithTheirAttributes(Browser browser) throws IOException {
        HttpServer panel = serve(PANEL);
        DiscordSimulator simulator = with(panel.getAddress().getPort());
        try (var members = new SimulatorClient(simulator.controlUri());
                var bot = ScriptedBot.start(simulator);
                ChatPage chat = ChatPage.open(browser, Opening.of(Simulators.page(simulator), "general", "owner"))) {
            var written = members.say("warren", "general", "Grace", "follow me");
            chat.message("follow me").hover();
            chat.message("follow me")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Way of this event"))
                    .click();

            Locator shown = chat.page().locator("tiny-message");
            assertThat(shown)
                    .containsText("message " + written.id() + " in " + written.channelId() + " of "
                            + written.guildId().orElseThrow());
            assertThat(shown).containsText("interaction null");
            assertThat(shown).containsText("light-dark(");
            chat.message("follow me")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                    .click();
            assertThat(shown).hasCount(0);

            String interaction = members.command("warren", "general", "owner", "secret", Map.of());
            chat.message("A secret").hover();
            chat.message("A secret")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Way of this event"))
                    .click();
            assertThat(shown).containsText("interaction " + interaction);

            chat.page()
                    .locator("top-bar")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Way of this event"))
                    .click();
            assertThat(chat.page().locator("tiny-page"))
                    .hasText("page of " + written.guildId().orElseThrow());
            org.assertj.core.api.Assertions.assertThat(chat.problems()).isEmpty();
            bot.rest();
        } finally {
            Simulators.stop(simulator);
            panel.stop(0);
        }
    }

    @Test
    void panel_thatDoesNotLoad_isSaidInOneLineAndNothingElseBreaks(Browser browser) throws IOException {
        HttpServer panel = serve("export default { title: 'No elements' };");
        DiscordSimulator simulator = with(panel.getAddress().getPort());
        try (ChatPage chat = ChatPage.open(browser, Opening.of(Simulators.page(simulator), "general", "owner"))) {
            assertThat(chat.page().locator(".notice")).containsText("The panel could not be loaded");
            chat.say("still here");
            assertThat(chat.message("still here")).isVisible();
        } finally {
            Simulators.stop(simulator);
            panel.stop(0);
        }
    }
}
