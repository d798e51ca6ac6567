package dev.warren.simulator.gateway;

import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Intent;
import dev.warren.simulator.world.Member;
import dev.warren.simulator.world.Snowflake;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers a client that requests the members of a guild, in chunks of {@value #CHUNK}. */
final class MemberChunks {
    private static final int CHUNK = 1000;
    private static final int MOST_BY_NAME = 100;
    private final Handshakes.Greeting greeting;

    MemberChunks(Handshakes.Greeting greeting) {
        this.greeting = greeting;
    }

    void send(Session session, JsonObject request) {
        Optional<Snowflake> id = Snowflake.parse(String.valueOf(request.getValue("guild_id")));
        greeting.guilds().stream()
                .filter(guild -> id.filter(guild.id()::equals).isPresent())
                .findFirst()
                .ifPresent(guild -> send(session, guild, request));
    }

    private static void send(Session session, Guild guild, JsonObject request) {
        var notFound = new JsonArray();
        List<Member> found = request.containsKey("user_ids")
                ? byIds(guild, request.getValue("user_ids"), notFound)
                : byName(session, guild, request);
        int count = Math.max(1, (found.size() + CHUNK - 1) / CHUNK);
        for (int index = 0; index < count; index++) {
            var members = new JsonArray();
            found.subList(index * CHUNK, Math.min(found.size(), (index + 1) * CHUNK))
                    .forEach(member -> members.add(member.json()));
            var data = new JsonObject()
                    .put("guild_id", guild.id().toString())
                    .put("members", members)
                    .put("chunk_index", index)
                    .put("chunk_count", count)
                    .put("not_found", notFound);
            if (request.getBoolean("presences", false)) {
                data.put("presences", new JsonArray());
            }
            if (request.containsKey("nonce")) {
                data.put("nonce", request.getString("nonce"));
            }
            session.dispatch("GUILD_MEMBERS_CHUNK", data.encode());
        }
    }

    private static List<Member> byIds(Guild guild, Object ids, JsonArray notFound) {
        var found = new ArrayList<Member>();
        for (Object id : ids instanceof JsonArray list ? list : new JsonArray().add(ids)) {
            Snowflake.parse(String.valueOf(id))
                    .map(guild.members()::get)
                    .ifPresentOrElse(found::add, () -> notFound.add(String.valueOf(id)));
        }
        return found;
    }

    private static List<Member> byName(Session session, Guild guild, JsonObject request) {
        String query = request.getString("query", "").toLowerCase(Locale.ROOT);
        int limit = request.getInteger("limit", 0);
        if (query.isEmpty() && limit == 0) {
            return session.wants(Intent.GUILD_MEMBERS)
                    ? List.copyOf(guild.members().values())
                    : List.of();
        }
        return guild.members().values().stream()
                .filter(member -> member.displayName().toLowerCase(Locale.ROOT).startsWith(query)
                        || member.user().username().startsWith(query))
                .limit(limit == 0 ? MOST_BY_NAME : Math.min(limit, MOST_BY_NAME))
                .toList();
    }
}
