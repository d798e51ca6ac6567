package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.simulator.client.SimulatorClient;
import dev.warren.simulator.client.SimulatorClient.Written;
import dev.warren.simulator.rest.RateLimits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessageRestTest {
    private static final MutableClock CLOCK = new MutableClock();
    private static DiscordSimulator simulator;
    private static SimulatorClient members;
    private static BotRest bot;
    private static String channel;

    @BeforeAll
    static void start() {
        simulator = Simulators.start(options -> options.withRateLimits(new RateLimits.Settings(false, 50, 1, 10_000))
                .withClock(CLOCK)
                .withNonceWindow(Duration.ofMinutes(5)));
        members = new SimulatorClient(simulator.controlUri());
        bot = BotRest.of(simulator);
        channel = members.say("warren", "general", "Alice", "first").channelId();
    }

    @AfterAll
    static void stop() {
        members.close();
        Simulators.stop(simulator);
    }

    private static String messages() {
        return "/channels/" + channel + "/messages";
    }

    @Test
    void message_withAnEnforcedNonce_isWrittenOnceWithinTheWindow() {
        var body = new JsonObject().put("content", "once").put("nonce", "abc").put("enforce_nonce", true);

        BotRest.Reply first = bot.post(messages(), body);
        BotRest.Reply second = bot.post(messages(), body);
        bot.delete(messages() + "/" + first.json().getString("id"));
        BotRest.Reply afterDelete = bot.post(messages(), body);
        CLOCK.advance(Duration.ofMinutes(6));
        BotRest.Reply afterWindow = bot.post(messages(), body);

        assertThat(second.json().getString("id")).isEqualTo(first.json().getString("id"));
        assertThat(afterDelete.json().getString("id")).isEqualTo(first.json().getString("id"));
        assertThat(afterWindow.json().getString("id")).isNotEqualTo(first.json().getString("id"));
    }

    @Test
    void nonce_isInTheAnswerAndTheEchoButNotInTheHistory() {
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);

        String id = bot.post(messages(), new JsonObject().put("content", "echo").put("nonce", "n-1"))
                .json()
                .getString("id");

        assertThat(gateway.event("MESSAGE_CREATE").getString("nonce")).isEqualTo("n-1");
        assertThat(bot.get(messages() + "/" + id).json().containsKey("nonce")).isFalse();
    }

    @Test
    void message_empty_isRefusedWith50006AndTooLongWith50035() {
        assertThat(bot.say(channel, " ").code()).isEqualTo(50006);
        BotRest.Reply tooLong = bot.say(channel, "x".repeat(2001));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.json()
                        .getJsonObject("errors")
                        .getJsonObject("content")
                        .getJsonArray("_errors"))
                .hasSize(1);
    }

    @Test
    void mentions_underAllowedMentions_areOnlyThoseAllowed() {
        String alice = members.getList("/members", Map.of("guild", "warren")).stream()
                .map(member -> member.getJsonObject("user"))
                .filter(user -> "Alice".equals(user.getString("global_name")))
                .findFirst()
                .orElseThrow()
                .getString("id");
        String content = "<@" + alice + "> @everyone";

        JsonObject free = bot.say(channel, content).json();
        JsonObject none = bot.post(
                        messages(),
                        new JsonObject()
                                .put("content", content)
                                .put("allowed_mentions", new JsonObject().put("parse", new JsonArray())))
                .json();

        assertThat(free.getJsonArray("mentions")).hasSize(1);
        assertThat(free.getBoolean("mention_everyone")).isTrue();
        assertThat(none.getJsonArray("mentions")).isEmpty();
        assertThat(none.getBoolean("mention_everyone")).isFalse();
    }

    @Test
    void history_isPagedBeforeAfterAndAround() {
        List<String> ids = IntStream.range(0, 10)
                .mapToObj(i -> members.say("warren", "paged", "Alice", "m" + i))
                .map(Written::id)
                .toList();
        String paged =
                "/channels/" + members.say("warren", "paged", "Alice", "last").channelId() + "/messages?limit=3&";

        assertThat(contents(bot.get(paged + "before=" + ids.get(5)))).containsExactly("m4", "m3", "m2");
        assertThat(contents(bot.get(paged + "after=" + ids.get(5)))).containsExactly("m8", "m7", "m6");
        assertThat(contents(bot.get(paged + "around=" + ids.get(5)))).containsExactly("m6", "m5", "m4");
        assertThat(contents(bot.get(paged))).containsExactly("last", "m9", "m8");
    }

    private static List<String> contents(BotRest.Reply reply) {
        return reply.array().stream()
                .map(each -> ((JsonObject) each).getString("content"))
                .toList();
    }

    @Test
    void file_uploaded_isServedByTheCdn() {
        String form = """
                --xyz\r
                Content-Disposition: form-data; name="payload_json"\r
                Content-Type: application/json\r
                \r
                {"content":"see","attachments":[{"id":0,"filename":"note.txt","description":"a note"}]}\r
                --xyz\r
                Content-Disposition: form-data; name="files[0]"; filename="x.txt"\r
                Content-Type: text/plain\r
                \r
                file content\r
                --xyz--\r
                """;

        JsonObject message = bot.send("POST", messages(), form, "multipart/form-data; boundary=xyz")
                .json();

        JsonObject file = message.getJsonArray("attachments").getJsonObject(0);
        assertThat(file.getString("filename")).isEqualTo("note.txt");
        assertThat(file.getString("description")).isEqualTo("a note");
        String path =
                file.getString("url").substring(simulator.cdnUri().toString().length());
        var cdn = new BotRest(simulator.cdnUri(), "");
        assertThat(cdn.get(path).body()).isEqualTo("file content");
    }

    @Test
    void reply_carriesWhatItRepliesToAndMentionsItsAuthor() {
        String original = members.say("warren", "general", "Alice", "question").id();

        JsonObject reply = bot.post(
                        messages(),
                        new JsonObject()
                                .put("content", "answer")
                                .put("message_reference", new JsonObject().put("message_id", original)))
                .json();

        assertThat(reply.getInteger("type")).isEqualTo(19);
        assertThat(reply.getJsonObject("referenced_message").getString("id")).isEqualTo(original);
        assertThat(reply.getJsonArray("mentions")).hasSize(1);
    }

    @Test
    void message_ofAnother_canBeDeletedButNotEdited() {
        String other = members.say("warren", "general", "Alice", "hers").id();

        BotRest.Reply edit = bot.patch(messages() + "/" + other, new JsonObject().put("content", "mine"));
        BotRest.Reply delete = bot.delete(messages() + "/" + other);

        assertThat(edit.code()).isEqualTo(50005);
        assertThat(delete.status()).isEqualTo(204);
        assertThat(bot.get(messages() + "/" + other).code()).isEqualTo(10008);
    }

    @Test
    void messages_deletedInBulk_areToldAsOneEvent() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(i -> members.say("warren", "general", "Alice", "bulk").id())
                .toList();
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);

        bot.post(messages() + "/bulk-delete", new JsonObject().put("messages", new JsonArray(ids)));

        assertThat(gateway.event("MESSAGE_DELETE_BULK").getJsonArray("ids").getList())
                .isEqualTo(ids);
    }

    @Test
    void reactionsAndPins_areToldAndListed() {
        String id = members.say("warren", "general", "Alice", "react").id();
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);

        bot.put(messages() + "/" + id + "/reactions/%F0%9F%91%8D/@me");
        members.react(id, "Bob", "👍");
        bot.put("/channels/" + channel + "/pins/" + id);

        assertThat(gateway.events("MESSAGE_REACTION_ADD", 2)).hasSize(2);
        JsonObject message = bot.get(messages() + "/" + id).json();
        assertThat(message.getJsonArray("reactions").getJsonObject(0).getInteger("count"))
                .isEqualTo(2);
        assertThat(message.getBoolean("pinned")).isTrue();
        assertThat(bot.get("/channels/" + channel + "/pins").array()).hasSize(1);
        assertThat(bot.put(messages() + "/" + id + "/reactions/nonsense/@me").code())
                .isEqualTo(10014);
    }

    @Test
    void componentsOutsideRows_needTheirFlag() {
        var text = new JsonObject().put("type", 10).put("content", "v2");
        var body = new JsonObject().put("components", new JsonArray().add(text));

        assertThat(bot.post(messages(), body).code()).isEqualTo(50035);
        assertThat(bot.post(messages(), body.put("flags", 1 << 15)).status()).isEqualTo(200);
        assertThat(bot.post(messages(), body.put("content", "both")).code()).isEqualTo(50035);
    }
}
