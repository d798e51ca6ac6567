package dev.warren.gateway.connection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Reads and writes the frames of the gateway's protocol. */
final class GatewayFrames {
    static final int DISPATCH = 0;
    static final int HEARTBEAT = 1;
    static final int RECONNECT = 7;
    static final int INVALID_SESSION = 9;
    static final int HELLO = 10;
    static final int HEARTBEAT_ACK = 11;

    /** How Javacord's heartbeat begins; its frames come from a JSON object whose first field is the opcode. */
    static final String HEARTBEAT_START = "{\"op\":1,";

    /** Ids stand as field names in some payloads, and an interned string for each of them would stay for ever. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build());

    private GatewayFrames() {}

    static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    static String heartbeat(long sequence) {
        return HEARTBEAT_START + "\"d\":" + (sequence == 0 ? "null" : Long.toString(sequence)) + "}";
    }

    static String identify(ConnectionSettings settings, Collection<Intent> intents) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("token", settings.token());
        data.put("intents", Intent.mask(intents));
        data.put("compress", settings.network().compress());
        data.putArray("shard").add(settings.shard().id()).add(settings.shard().count());
        data.putObject("properties")
                .put("os", System.getProperty("os.name", "unknown"))
                .put("browser", "Warren")
                .put("device", "Warren");
        return frame(2, data);
    }

    static String resume(ConnectionSettings settings, StoredSession session) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("token", settings.token());
        data.put("session_id", session.session().id());
        data.put("seq", session.sequence());
        return frame(6, data);
    }

    /**
     * Reads READY.
     *
     * @throws IllegalArgumentException when a field is missing
     */
    static GatewaySession session(JsonNode ready) {
        JsonNode user = required(ready, "user");
        JsonNode application = required(ready, "application");
        Set<Snowflake> guilds = new HashSet<>();
        for (JsonNode guild : ready.path("guilds")) {
            guilds.add(Snowflake.of(required(guild, "id").asText()));
        }
        return new GatewaySession(
                required(ready, "session_id").asText(),
                URI.create(required(ready, "resume_gateway_url").asText()),
                Snowflake.of(required(application, "id").asText()),
                application.path("flags").asLong(0),
                new BotUser(
                        Snowflake.of(required(user, "id").asText()),
                        required(user, "username").asText()),
                guilds);
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("READY must have " + field);
        }
        return value;
    }

    private static String frame(int opcode, ObjectNode data) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        frame.put("op", opcode);
        frame.set("d", data);
        try {
            return MAPPER.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A frame could not be written", e);
        }
    }
}
