package dev.warren.simulator.rest;

import dev.warren.simulator.interactions.ApplicationCommands;
import dev.warren.simulator.world.Application;
import dev.warren.simulator.world.Snowflake;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The application's commands, for all guilds and for single ones. */
final class CommandRoutes {
    private static final int MAX_CHAT_INPUT = 100;
    private static final int MAX_CONTEXT_MENU = 15;
    private static final int CHAT_INPUT = 1;
    private static final int SUBCOMMAND = 1;
    private static final int SUBCOMMAND_GROUP = 2;
    private static final Pattern NAME = Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}$");
    private final Access access;
    private final Application application;
    private final ApplicationCommands commands;

    CommandRoutes(Access access, Application application, ApplicationCommands commands) {
        this.access = access;
        this.application = application;
        this.commands = commands;
    }

    void addTo(Routes routes) {
        addTo(routes, "/applications/{application_id}/commands", call -> own(call));
        addTo(routes, "/applications/{application_id}/guilds/{guild_id}/commands", call -> {
            own(call);
            return access.guild(call.id("guild_id")).id();
        });
    }

    private void addTo(Routes routes, String all, Function<Call, Snowflake> scope) {
        String one = all + "/{command_id}";
        routes.get(all, Bucket.COMMANDS, call -> Answer.ok(new JsonArray(commands.in(scope.apply(call)))));
        routes.put(all, Bucket.COMMANDS, call -> replace(scope.apply(call), call));
        routes.post(all, Bucket.COMMANDS, call -> create(scope.apply(call), call));
        routes.get(one, Bucket.COMMANDS, call -> Answer.ok(find(scope.apply(call), call)));
        routes.patch(one, Bucket.COMMANDS, call -> change(scope.apply(call), call));
        routes.delete(one, Bucket.COMMANDS, call -> {
            commands.remove(
                    scope.apply(call),
                    Snowflake.parse(find(scope.apply(call), call).getString("id"))
                            .orElseThrow());
            return Answer.NOTHING;
        });
    }

    private Snowflake own(Call call) {
        Snowflake id = call.id("application_id");
        if (!id.equals(application.id())) {
            throw Refused.of(403, 20012, "You are not authorized to perform this action on this application");
        }
        return id;
    }

    private JsonObject find(Snowflake scope, Call call) {
        return commands.find(scope, call.id("command_id"))
                .orElseThrow(() -> Refused.unknown(10063, "application command"));
    }

    private Answer replace(Snowflake scope, Call call) {
        List<JsonObject> requests = new ArrayList<>();
        JsonArray array = call.array();
        for (int i = 0; i < array.size(); i++) {
            requests.add(array.getJsonObject(i));
            check(Integer.toString(i), array.getJsonObject(i));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < requests.size(); i++) {
            JsonObject request = requests.get(i);
            if (!seen.add(ApplicationCommands.type(request) + "/" + request.getString("name"))) {
                throw Refused.form(
                        Integer.toString(i),
                        "APPLICATION_COMMANDS_DUPLICATE_NAME",
                        "Application command names must be unique");
            }
        }
        limit(requests);
        return Answer.ok(new JsonArray(commands.replace(scope, requests)));
    }

    private static void limit(List<JsonObject> all) {
        long chat = all.stream()
                .filter(it -> ApplicationCommands.type(it) == CHAT_INPUT)
                .count();
        if (chat > MAX_CHAT_INPUT) {
            throw Refused.of(400, 30032, "Maximum number of application commands reached (100)");
        }
        if (all.size() - chat > 2 * MAX_CONTEXT_MENU) {
            throw Refused.of(400, 30032, "Maximum number of application commands reached (15)");
        }
    }

    private Answer create(Snowflake scope, Call call) {
        JsonObject request = call.json();
        check("", request);
        List<JsonObject> after = new ArrayList<>(commands.in(scope));
        after.removeIf(old -> ApplicationCommands.type(old) == ApplicationCommands.type(request)
                && old.getString("name").equals(request.getString("name")));
        after.add(request);
        limit(after);
        var put = commands.put(scope, request);
        return put.isNew() ? Answer.created(put.command()) : Answer.ok(put.command());
    }

    private Answer change(Snowflake scope, Call call) {
        JsonObject command = find(scope, call);
        JsonObject merged = command.copy().mergeIn(call.json());
        check("", merged);
        return Answer.ok(commands.change(scope, command, call.json()));
    }

    private static void check(String path, JsonObject command) {
        String prefix = path.isEmpty() ? "" : path + ".";
        boolean chat = ApplicationCommands.type(command) == CHAT_INPUT;
        String name = command.getString("name", "");
        if (chat && (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT)))) {
            throw Refused.form(prefix + "name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        String description = command.getString("description", "");
        if (chat && (description == null || description.isEmpty())) {
            throw Refused.form(prefix + "description", "BASE_TYPE_REQUIRED", "This field is required");
        }
        options(prefix + "options", command.getJsonArray("options", new JsonArray()));
    }

    private static void options(String path, JsonArray options) {
        if (options == null) {
            return;
        }
        Set<String> names = new HashSet<>();
        boolean optionalSeen = false;
        for (int i = 0; i < options.size(); i++) {
            JsonObject option = options.getJsonObject(i);
            int type = option.getInteger("type", 0);
            boolean nested = type == SUBCOMMAND || type == SUBCOMMAND_GROUP;
            String at = path + "." + i;
            if (!NAME.matcher(option.getString("name", "")).matches()) {
                throw Refused.form(at + ".name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
            }
            if (!names.add(option.getString("name"))) {
                throw Refused.form(path, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique");
            }
            boolean required = Boolean.TRUE.equals(option.getBoolean("required"));
            if (required && optionalSeen) {
                throw Refused.form(
                        at,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optionalSeen |= !required && !nested;
            if (nested) {
                options(at + ".options", option.getJsonArray("options", new JsonArray()));
            }
        }
    }
}
