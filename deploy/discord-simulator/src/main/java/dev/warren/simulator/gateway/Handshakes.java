package dev.warren.simulator.gateway;

import dev.warren.simulator.faults.FaultKind;
import dev.warren.simulator.faults.Faults;
import dev.warren.simulator.stats.Stats;
import dev.warren.simulator.stats.Stats.Count;
import dev.warren.simulator.world.Application;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Intent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a client says on its socket, and what Discord answers. */
public final class Handshakes {
    private static final int GUILDS_PER_SHARD = 2500;
    private static final long IDENTIFY_WINDOW_MILLIS = 5_000;
    private final Gateway gateway;
    private final InstantSource clock;
    private final GatewaySettings settings;
    private final Application application;
    private final Faults faults;
    private final Stats stats;
    private final Greeting greeting;
    private final MemberChunks chunks;
    private final Map<Integer, Long> lastIdentify = new HashMap<>();

    /** What a new session is told first. */
    public interface Greeting {
        /** The payload of READY but for session and shard. */
        JsonObject ready();

        Collection<Guild> guilds();

        /** The payload of GUILD_CREATE. */
        JsonObject guild(Guild guild, boolean allMembers);
    }

    Handshakes(
            Gateway gateway,
            InstantSource clock,
            GatewaySettings settings,
            Application application,
            Faults faults,
            Stats stats,
            Greeting greeting) {
        this.gateway = gateway;
        this.clock = clock;
        this.settings = settings;
        this.application = application;
        this.faults = faults;
        this.stats = stats;
        this.greeting = greeting;
        chunks = new MemberChunks(greeting);
    }

    void handle(Connection connection, JsonObject frame) {
        switch (frame.getInteger("op", -1)) {
            case 1 -> heartbeat(connection);
            case 2 -> identify(connection, frame.getJsonObject("d", new JsonObject()));
            case 6 -> resume(connection, frame.getJsonObject("d", new JsonObject()));
            case 3, 4, 31 -> whenIdentified(connection, () -> {});
            case 8 ->
                whenIdentified(
                        connection,
                        () -> chunks.send(
                                connection.session().orElseThrow(), frame.getJsonObject("d", new JsonObject())));
            default -> connection.close(CloseCode.UNKNOWN_OPCODE);
        }
    }

    private static void whenIdentified(Connection connection, Runnable action) {
        if (connection.session().isEmpty()) {
            connection.close(CloseCode.NOT_AUTHENTICATED);
        } else {
            action.run();
        }
    }

    private void heartbeat(Connection connection) {
        stats.add(Count.HEARTBEATS);
        connection.heartbeat(clock.millis());
        if (faults.strike(FaultKind.LOST_HEARTBEAT_ACK).isPresent()) {
            stats.add(Count.FAULTS);
        } else {
            connection.send(Gateway.plain(11));
        }
    }

    private void identify(Connection connection, JsonObject data) {
        if (connection.session().isPresent()) {
            connection.close(CloseCode.ALREADY_AUTHENTICATED);
            return;
        }
        if (!application.accepts(data.getString("token", ""))) {
            connection.close(CloseCode.AUTHENTICATION_FAILED);
            return;
        }
        JsonArray shardArray = data.getJsonArray("shard", new JsonArray().add(0).add(1));
        int shard = shardArray.getInteger(0);
        int shards = shardArray.getInteger(1);
        long intents = data.getLong("intents", -1L);
        if (shards < 1 || shard < 0 || shard >= shards) {
            connection.close(CloseCode.INVALID_SHARD);
        } else if (intents < 0 || (intents & ~Intent.all()) != 0) {
            connection.close(CloseCode.INVALID_INTENTS);
        } else if (!application.allows(intents)) {
            connection.close(CloseCode.DISALLOWED_INTENTS);
        } else if (greeting.guilds().size() / shards > GUILDS_PER_SHARD) {
            connection.close(CloseCode.SHARDING_REQUIRED);
        } else if (tooManyIdentifies(shard)) {
            connection.invalidSession();
        } else {
            if (data.getBoolean("compress", false)) {
                connection.compressPayloads();
            }
            open(connection, intents, shard, shards);
        }
    }

    private boolean tooManyIdentifies(int shard) {
        if (settings.maxConcurrency() == 0) {
            return false;
        }
        long now = clock.millis();
        Long last = lastIdentify.put(shard % settings.maxConcurrency(), now);
        return last != null && now - last < IDENTIFY_WINDOW_MILLIS;
    }

    private void open(Connection connection, long intents, int shard, int shards) {
        stats.add(Count.IDENTIFIES);
        String id = UUID.randomUUID().toString().replace("-", "");
        var session = new Session(id, intents, shard, shards, settings.sessionBuffer(), connection);
        connection.session(session);
        List<Guild> guilds = new ArrayList<>();
        var unavailable = new JsonArray();
        for (Guild guild : greeting.guilds()) {
            if (guild.shard(shards) == shard) {
                guilds.add(guild);
                unavailable.add(
                        new JsonObject().put("id", guild.id().toString()).put("unavailable", true));
            }
        }
        JsonObject ready = greeting.ready()
                .put("session_id", id)
                .put("shard", new JsonArray().add(shard).add(shards))
                .put("guilds", unavailable);
        session.dispatch("READY", ready.encode());
        if (session.wants(Intent.GUILDS)) {
            boolean all = session.wants(Intent.GUILD_PRESENCES);
            guilds.forEach(guild ->
                    session.dispatch("GUILD_CREATE", greeting.guild(guild, all).encode()));
        }
        gateway.opened(session);
    }

    private void resume(Connection connection, JsonObject data) {
        if (connection.session().isPresent()) {
            connection.close(CloseCode.ALREADY_AUTHENTICATED);
            return;
        }
        if (!application.accepts(data.getString("token", ""))) {
            connection.close(CloseCode.AUTHENTICATION_FAILED);
            return;
        }
        long seen = data.getLong("seq", 0L);
        boolean refused = faults.strike(FaultKind.INVALID_SESSION).isPresent();
        Session session = gateway.find(data.getString("session_id", "")).orElse(null);
        if (refused || session == null || !session.canReplayAfter(seen)) {
            stats.add(Count.RESUMES_REFUSED);
            connection.invalidSession();
            return;
        }
        stats.add(Count.RESUMES);
        gateway.resumed(session, connection);
        stats.add(Count.EVENTS_REPLAYED, session.replayAfter(seen));
        gateway.strikePending(session);
    }
}
