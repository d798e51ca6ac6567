package dev.warren.browser;

import com.microsoft.playwright.Browser;
import dev.warren.simulator.DiscordSimulator;
import dev.warren.simulator.SimulatorOptions;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.TestInfo;

/** A local Discord with the scripted bot, in which each test has a channel of its own. */
record Room(DiscordSimulator simulator, SimulatorClient members, ScriptedBot bot) implements AutoCloseable {
    static Room open(UnaryOperator<SimulatorOptions> change) {
        DiscordSimulator simulator = Simulators.start(change);
        return new Room(simulator, new SimulatorClient(simulator.controlUri()), ScriptedBot.start(simulator));
    }

    static Room open() {
        return open(UnaryOperator.identity());
    }

    /** The name of the test's channel: the first part of its own. */
    static String channel(TestInfo test) {
        return test.getTestMethod().orElseThrow().getName().split("_", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** The web client in the test's channel. */
    ChatPage enter(Browser browser, TestInfo test, String speaker) {
        return ChatPage.open(browser, opening(channel(test), speaker));
    }

    /** How a channel is opened, which is made when it is missing. */
    ChatPage.Opening opening(String channel, String speaker) {
        members.put("/channels", new JsonObject().put("guild", "warren").put("channel", channel));
        return ChatPage.Opening.of(Simulators.page(simulator), channel, speaker);
    }

    /** The id of a channel. */
    String idOf(String channel) {
        return members.put("/channels", new JsonObject().put("guild", "warren").put("channel", channel))
                .getString("id");
    }

    @Override
    public void close() {
        bot.close();
        members.close();
        Simulators.stop(simulator);
    }
}
