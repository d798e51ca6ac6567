package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.simulator.client.ControlRefused;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistoryTest {
    /** Ids of January 2021. */
    private static final String MIRA = "796000000000000001";

    private static final String FIRST = "796100000000000001";
    private static final String SECOND = "796200000000000002";
    private static DiscordSimulator simulator;
    private static SimulatorClient members;

    @BeforeAll
    static void start() {
        simulator = Simulators.start();
        members = new SimulatorClient(simulator.controlUri());
    }

    @AfterAll
    static void stop() {
        members.close();
        Simulators.stop(simulator);
    }

    @Test
    void history_writtenTwice_standsThereOnceWithItsOwnTimesAndTheGatewayHearsNothing() {
        // Given
        var gateway = RawGateway.ready(simulator, RawGateway.ALL);
        var written = members.say("warren", "general", "ada", "I was first");
        gateway.events("MESSAGE_CREATE", 1);
        var past = history()
                .put("members", list(member(MIRA, "Mira")))
                .put(
                        "messages",
                        list(
                                message(FIRST, "good morning")
                                        .put(
                                                "reactions",
                                                list(new JsonObject()
                                                        .put("user", "ada")
                                                        .put("emoji", "👋"))),
                                message(SECOND, "anybody here?").put("replyTo", FIRST)));
        // When
        var first = members.post("/history", past);
        var again = members.post("/history", past);
        members.say("warren", "general", "ada", "and I am last");
        // Then
        assertThat(first).isEqualTo(new JsonObject().put("members", 1).put("messages", 2));
        assertThat(again).isEqualTo(new JsonObject().put("members", 0).put("messages", 0));
        var messages = members.messages("warren", "general");
        assertThat(messages)
                .extracting(message -> message.getString("content"))
                .containsExactly("good morning", "anybody here?", "I was first", "and I am last");
        assertThat(messages.getFirst().getString("timestamp")).startsWith("2021-01-05T");
        assertThat(messages.getFirst().getJsonArray("reactions")).hasSize(1);
        assertThat(messages.get(1).getJsonObject("message_reference").getString("message_id"))
                .isEqualTo(FIRST);
        assertThat(messages.get(1).getJsonObject("author").getString("id")).isEqualTo(MIRA);
        assertThat(gateway.events("MESSAGE_CREATE", 2))
                .extracting(event -> event.getJsonObject("d").getString("content"))
                .containsExactly("I was first", "and I am last");
        assertThat(gateway.events("GUILD_MEMBER_ADD"))
                .extracting(
                        event -> event.getJsonObject("d").getJsonObject("user").getString("global_name"))
                .doesNotContain("Mira");
        assertThat(gateway.events("MESSAGE_REACTION_ADD")).isEmpty();
        assertThat(written.id()).isNotEqualTo(FIRST);
    }

    @Test
    void history_thatBreaksARule_isRefusedByNameAndRule() {
        refused(new JsonObject().put("guild", "nowhere"), "there is no guild nowhere");
        refused(history().put("members", list(member(MIRA, "owner"))), "somebody else is called owner");
        refused(
                history().put("members", list(member(MIRA, "Mira").put("joinedAt", "yesterday"))),
                "joinedAt must be a time as");
        refused(
                history().put("members", list(member(MIRA, "Mira").put("joinedAt", "2999-01-01T00:00:00Z"))),
                "joinedAt must be of the past");
        refused(
                history().put("messages", list(message(FIRST, "hm").put("channel", "nowhere"))),
                "channel must be one of the guild's channels");
        refused(history().put("messages", list(message("9000000000000000000", "hm"))), "id must be of the past");
        refused(
                history()
                        .put(
                                "messages",
                                list(message("796300000000000003", "hm").put("author", "nobody"))),
                "author must be the name or id of somebody known");
    }

    private static void refused(JsonObject history, String reason) {
        assertThatThrownBy(() -> members.post("/history", history))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining(reason);
    }

    private static JsonObject history() {
        return new JsonObject().put("guild", "warren");
    }

    private static JsonObject member(String id, String name) {
        return new JsonObject().put("id", id).put("user", name).put("joinedAt", "2021-01-05T08:00:00Z");
    }

    private static JsonObject message(String id, String content) {
        return new JsonObject()
                .put("id", id)
                .put("channel", "general")
                .put("author", "Mira")
                .put("content", content);
    }

    private static JsonArray list(JsonObject... each) {
        return new JsonArray(List.of(each));
    }
}
