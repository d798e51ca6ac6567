package dev.warren.simulator.interactions;

import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that the bot has registered, for all guilds and for single ones. Confined to the event loop. */
public final class ApplicationCommands {
    private static final int CHAT_INPUT = 1;
    private final World world;
    private final Map<Snowflake, Map<Snowflake, JsonObject>> byScope = new LinkedHashMap<>();

    public ApplicationCommands(World world) {
        this.world = world;
    }

    /** Commands of a scope: the guild's id, or the application's for those that hold everywhere. */
    public List<JsonObject> in(Snowflake scope) {
        return List.copyOf(scope(scope).values());
    }

    private Map<Snowflake, JsonObject> scope(Snowflake scope) {
        return byScope.computeIfAbsent(scope, any -> new LinkedHashMap<>());
    }

    public Optional<JsonObject> find(Snowflake scope, Snowflake id) {
        return Optional.ofNullable(scope(scope).get(id));
    }

    public boolean remove(Snowflake scope, Snowflake id) {
        return scope(scope).remove(id) != null;
    }

    /** Replaces all commands of a scope; those that keep kind and name keep their id. */
    public List<JsonObject> replace(Snowflake scope, List<JsonObject> requests) {
        List<JsonObject> made =
                requests.stream().map(request -> complete(scope, request)).toList();
        scope(scope).clear();
        made.forEach(command -> scope(scope).put(id(command), command));
        return made;
    }

    /** Adds a command, or replaces the one of the same kind and name; whether it is new is in the answer. */
    public Put put(Snowflake scope, JsonObject request) {
        boolean isNew = same(scope, request).isEmpty();
        JsonObject command = complete(scope, request);
        scope(scope).put(id(command), command);
        return new Put(command, isNew);
    }

    /** A command as it stands now, and whether it was not there before. */
    public record Put(JsonObject command, boolean isNew) {}

    /** Changes the fields that are named. */
    public JsonObject change(Snowflake scope, JsonObject command, JsonObject fields) {
        JsonObject merged = command.copy().mergeIn(fields);
        merged.put("version", world.nextId().toString());
        scope(scope).put(id(command), merged);
        return merged;
    }

    public static int type(JsonObject command) {
        return Optional.ofNullable(command.getInteger("type")).orElse(CHAT_INPUT);
    }

    private static Snowflake id(JsonObject command) {
        return Snowflake.parse(command.getString("id")).orElseThrow();
    }

    private Optional<JsonObject> same(Snowflake scope, JsonObject request) {
        return scope(scope).values().stream()
                .filter(command -> type(command) == type(request)
                        && command.getString("name").equals(request.getString("name")))
                .findFirst();
    }

    private JsonObject complete(Snowflake scope, JsonObject request) {
        String id = same(scope, request)
                .map(command -> command.getString("id"))
                .orElseGet(() -> world.nextId().toString());
        Object permissions = request.getValue("default_member_permissions");
        var command = new JsonObject()
                .put("id", id)
                .put("application_id", world.bot().id().toString())
                .put("version", world.nextId().toString())
                .put("default_member_permissions", permissions == null ? null : permissions.toString())
                .put("type", type(request))
                .put("name", request.getString("name"))
                .put("name_localizations", request.getJsonObject("name_localizations"))
                .put(
                        "description",
                        Optional.ofNullable(request.getString("description")).orElse(""))
                .put("description_localizations", request.getJsonObject("description_localizations"))
                .put(
                        "dm_permission",
                        Optional.ofNullable(request.getBoolean("dm_permission")).orElse(true))
                .put("contexts", request.getJsonArray("contexts"))
                .put(
                        "integration_types",
                        Optional.ofNullable(request.getJsonArray("integration_types"))
                                .orElseGet(() -> new JsonArray().add(0)))
                .put("nsfw", Optional.ofNullable(request.getBoolean("nsfw")).orElse(false));
        Optional.ofNullable(request.getJsonArray("options")).ifPresent(options -> command.put("options", options));
        if (!scope.equals(world.bot().id())) {
            command.put("guild_id", scope.toString());
        }
        return command;
    }

    /** The command that a member means by a name: the guild's own before the one that holds everywhere. */
    public Optional<JsonObject> named(Optional<Guild> guild, int type, String name) {
        List<JsonObject> candidates = new ArrayList<>();
        guild.ifPresent(where -> candidates.addAll(in(where.id())));
        candidates.addAll(in(world.bot().id()));
        return candidates.stream()
                .filter(command ->
                        type(command) == type && command.getString("name").equals(name))
                .findFirst();
    }

    /** All names that a member can use in a guild, sorted. */
    public List<String> names(Optional<Guild> guild) {
        List<String> names = new ArrayList<>();
        guild.ifPresent(where -> in(where.id()).forEach(command -> names.add(command.getString("name"))));
        in(world.bot().id()).forEach(command -> names.add(command.getString("name")));
        return names.stream().sorted().distinct().toList();
    }
}
