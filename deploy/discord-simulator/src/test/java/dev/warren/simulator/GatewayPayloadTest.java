package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GatewayPayloadTest {
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
    void payloads_identifiedWithCompress_areDeflatedEachByItself() {
        RawGateway gateway = RawGateway.connect(simulator);

        gateway.identify(RawGateway.ALL, new JsonObject().put("compress", true));

        gateway.event("GUILD_CREATE");
        assertThat(gateway.binaryFrames()).isEqualTo(gateway.payloads().size() - 1);
    }

    @Test
    void socket_openedAsZlibStream_isDeflatedAsAWhole() {
        RawGateway gateway =
                new RawGateway(URI.create(simulator.gatewayUri() + "/gateway?v=10&encoding=json&compress=zlib-stream"));

        gateway.identify(RawGateway.ALL, new JsonObject());

        gateway.event("GUILD_CREATE");
        assertThat(gateway.binaryFrames()).isEqualTo(gateway.payloads().size());
    }

    @Test
    void shards_together_seeEachGuildOnce() {
        IntStream.range(0, 8).forEach(i -> members.put("/guilds", new JsonObject().put("guild", "shard-" + i)));
        RawGateway zero = RawGateway.connect(simulator);
        RawGateway one = RawGateway.connect(simulator);

        zero.identify(1, RawGateway.shard(0, 2));
        one.identify(1, RawGateway.shard(1, 2));

        int all = members.getList("/guilds", Map.of()).size();
        int ofZero = zero.event("READY").getJsonArray("guilds").size();
        int ofOne = one.event("READY").getJsonArray("guilds").size();
        assertThat(ofZero + ofOne).isEqualTo(all);
    }

    @Test
    void members_requested_comeInAChunkWithWhoWasNotFound() {
        members.put("/members", new JsonObject().put("guild", "warren").put("user", "Requested"));
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);
        String guild = gateway.event("GUILD_CREATE").getString("id");

        gateway.send(
                8,
                new JsonObject()
                        .put("guild_id", guild)
                        .put("query", "Reques")
                        .put("limit", 5)
                        .put("nonce", "n"));

        JsonObject chunk = gateway.event("GUILD_MEMBERS_CHUNK");
        assertThat(chunk.getString("nonce")).isEqualTo("n");
        assertThat(chunk.getJsonArray("members")
                        .getJsonObject(0)
                        .getJsonObject("user")
                        .getString("global_name"))
                .isEqualTo("Requested");
    }
}
