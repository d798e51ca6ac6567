package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.simulator.client.ControlRefused;
import dev.warren.simulator.client.SimulatorClient;
import dev.warren.simulator.rest.RateLimits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private static DiscordSimulator simulator;
    private static SimulatorClient members;
    private static BotRest bot;

    @BeforeAll
    static void start() {
        simulator = Simulators.start(options -> options.withRateLimits(new RateLimits.Settings(false, 50, 1, 10_000)));
        members = new SimulatorClient(simulator.controlUri());
        bot = BotRest.of(simulator);
    }

    @AfterAll
    static void stop() {
        members.close();
        Simulators.stop(simulator);
    }

    private static String guild(String name) {
        return members.put("/guilds", new JsonObject().put("guild", name)).getString("id");
    }

    private static void botMay(String guild, String... permissions) {
        members.put(
                "/roles",
                new JsonObject()
                        .put("guild", guild)
                        .put("role", "Warren")
                        .put("permissions", new JsonArray(List.of(permissions))));
    }

    private static JsonObject channel(String guild, String name, JsonObject overwrite) {
        return members.put(
                "/channels",
                new JsonObject()
                        .put("guild", guild)
                        .put("channel", name)
                        .put("overwrites", new JsonArray().add(overwrite)));
    }

    private static JsonObject member(String guild, String user, String... roles) {
        return members.put(
                "/members",
                new JsonObject().put("guild", guild).put("user", user).put("roles", new JsonArray(List.of(roles))));
    }

    private static String userId(JsonObject member) {
        return member.getJsonObject("user").getString("id");
    }

    @Test
    void token_thatIsWrong_is401() {
        assertThat(new BotRest(simulator.restUri(), "other").get("/users/@me").status())
                .isEqualTo(401);
    }

    @Test
    void channel_hiddenFromTheBot_isMissingAccess_andOneWithoutWriting_isMissingPermissions() {
        guild("overwrites");
        botMay("overwrites");
        String hidden = channel(
                        "overwrites",
                        "hidden",
                        new JsonObject().put("role", "@everyone").put("deny", new JsonArray().add("VIEW_CHANNEL")))
                .getString("id");
        String mute = channel(
                        "overwrites",
                        "mute",
                        new JsonObject().put("user", "Warren").put("deny", new JsonArray().add("SEND_MESSAGES")))
                .getString("id");

        assertThat(bot.say(hidden, "x").code()).isEqualTo(50001);
        assertThat(bot.say(mute, "x").code()).isEqualTo(50013);
        assertThat(bot.say("1", "x").code()).isEqualTo(10003);
    }

    @Test
    void roles_aboveTheBotsOwn_canNeitherBeGivenNorChanged() {
        String guild = guild("hierarchy");
        String high = members.put(
                        "/roles",
                        new JsonObject()
                                .put("guild", "hierarchy")
                                .put("role", "high")
                                .put("position", 200))
                .getString("id");
        String low = members.put(
                        "/roles",
                        new JsonObject()
                                .put("guild", "hierarchy")
                                .put("role", "low")
                                .put("position", 5))
                .getString("id");
        String target = userId(member("hierarchy", "Target"));
        String path = "/guilds/" + guild + "/members/" + target + "/roles/";

        assertThat(bot.put(path + high).code()).isEqualTo(50013);
        assertThat(bot.put(path + low).status()).isEqualTo(204);
        assertThat(bot.patch("/guilds/" + guild + "/roles/" + high, new JsonObject().put("name", "x"))
                        .code())
                .isEqualTo(50013);
        assertThat(bot.get("/guilds/" + guild + "/members/" + target).json().getJsonArray("roles"))
                .containsExactly(low);
        botMay("hierarchy", "KICK_MEMBERS");
        assertThat(bot.delete(path + low).code()).isEqualTo(50013);
    }

    @Test
    void moderation_worksOnThoseBelow_andIsToldToTheGateway() {
        String guild = guild("moderation");
        String low = userId(member("moderation", "Lowly"));
        String owner = userId(member("moderation", "owner"));
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);
        String until = Instant.now().plus(5, ChronoUnit.MINUTES).toString();
        var timeout = new JsonObject().put("communication_disabled_until", until);

        assertThat(bot.patch("/guilds/" + guild + "/members/" + low, timeout).status())
                .isEqualTo(200);
        assertThat(bot.patch("/guilds/" + guild + "/members/" + owner, timeout).code())
                .isEqualTo(50013);
        assertThat(gateway.event("GUILD_MEMBER_UPDATE").getString("communication_disabled_until"))
                .isNotNull();
        assertThatThrownBy(() -> members.say("moderation", "general", "Lowly", "mute?"))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("SEND_MESSAGES");
        assertThat(bot.delete("/guilds/" + guild + "/members/" + owner).code()).isEqualTo(50013);
        assertThat(bot.put("/guilds/" + guild + "/bans/" + low, new JsonObject())
                        .status())
                .isEqualTo(204);
        gateway.event("GUILD_BAN_ADD");
        gateway.event("GUILD_MEMBER_REMOVE");
        assertThatThrownBy(() -> members.say("moderation", "general", "Lowly", "banned?"))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("banned");
        assertThat(bot.delete("/guilds/" + guild + "/bans/" + low).status()).isEqualTo(204);
        assertThat(bot.get("/guilds/" + guild + "/bans/" + low).code()).isEqualTo(10026);
    }

    @Test
    void directMessage_toWhoTakesNone_is50007() {
        String user = userId(members.put(
                "/members",
                new JsonObject().put("guild", "warren").put("user", "Shy").put("directMessages", false)));
        String direct = bot.post("/users/@me/channels", new JsonObject().put("recipient_id", user))
                .json()
                .getString("id");

        assertThat(bot.say(direct, "hello").code()).isEqualTo(50007);
    }

    @Test
    void guild_leftByTheBot_isGone() {
        String guild = guild("left");
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);

        bot.delete("/users/@me/guilds/" + guild);

        assertThat(gateway.event("GUILD_DELETE").getString("id")).isEqualTo(guild);
        assertThat(bot.get("/guilds/" + guild).code()).isEqualTo(10004);
    }

    @Test
    void channelsThreadsAndWebhooks_areMadeAndUsed() {
        String guild = guild("building");
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);
        String channel = bot.post(
                        "/guilds/" + guild + "/channels",
                        new JsonObject().put("name", "New One").put("type", 0))
                .json()
                .getString("id");
        String thread = bot.post(
                        "/channels/" + channel + "/threads",
                        new JsonObject().put("name", "t").put("type", 11))
                .json()
                .getString("id");
        bot.patch("/channels/" + channel, new JsonObject().put("rate_limit_per_user", 30));
        JsonObject hook = bot.post("/channels/" + channel + "/webhooks", new JsonObject().put("name", "hook"))
                .json();
        JsonObject posted = bot.post(
                        "/webhooks/" + hook.getString("id") + "/" + hook.getString("token") + "?wait=true",
                        new JsonObject().put("content", "through").put("username", "Somebody"))
                .json();

        assertThat(gateway.event("CHANNEL_CREATE").getString("name")).isEqualTo("new-one");
        assertThat(gateway.event("THREAD_CREATE").getString("id")).isEqualTo(thread);
        assertThat(gateway.event("CHANNEL_UPDATE").getInteger("rate_limit_per_user"))
                .isEqualTo(30);
        assertThat(bot.say(thread, "in the thread").status()).isEqualTo(200);
        assertThat(posted.getString("webhook_id")).isEqualTo(hook.getString("id"));
        assertThat(posted.getJsonObject("author").getString("username")).isEqualTo("Somebody");
        assertThat(members.violations()).isEmpty();
        assertThat(members.getList("/channels", Map.of("guild", "building"))).hasSize(3);
    }
}
