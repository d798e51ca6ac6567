package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.simulator.rest.RateLimits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandRegistrationTest {
    private static final String COMMANDS = "/applications/" + Simulators.BOT_ID + "/commands";
    private static DiscordSimulator simulator;
    private static BotRest bot;

    @BeforeAll
    static void start() {
        simulator = Simulators.start(options -> options.withRateLimits(new RateLimits.Settings(false, 50, 1, 10_000)));
        bot = BotRest.of(simulator);
        bot.put(COMMANDS, new JsonArray().add(command("echo")));
    }

    @AfterAll
    static void stop() {
        Simulators.stop(simulator);
    }

    private static JsonObject command(String name) {
        return new JsonObject().put("name", name).put("description", name);
    }

    @Test
    void commands_moreThanAHundredOrTwiceNamed_areRefused() {
        var many = new JsonArray();
        for (int i = 0; i <= 100; i++) {
            many.add(command("c" + i));
        }
        String before = bot.get(COMMANDS).array().getJsonObject(0).getString("id");

        assertThat(bot.put(COMMANDS, many).code()).isEqualTo(30032);
        assertThat(bot.put(COMMANDS, new JsonArray().add(command("a")).add(command("a")))
                        .code())
                .isEqualTo(50035);
        assertThat(bot.put(COMMANDS, new JsonArray().add(command("echo")))
                        .array()
                        .getJsonObject(0)
                        .getString("id"))
                .isEqualTo(before);
    }

    @Test
    void command_createdChangedAndDeleted_isListedAccordingly() {
        BotRest.Reply created = bot.post(COMMANDS, command("extra"));
        BotRest.Reply again = bot.post(COMMANDS, command("extra"));
        String id = created.json().getString("id");

        assertThat(created.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().getString("id")).isEqualTo(id);
        assertThat(bot.patch(COMMANDS + "/" + id, new JsonObject().put("description", "new"))
                        .json()
                        .getString("description"))
                .isEqualTo("new");
        assertThat(bot.delete(COMMANDS + "/" + id).status()).isEqualTo(204);
        assertThat(bot.get(COMMANDS + "/" + id).code()).isEqualTo(10063);
    }
}
