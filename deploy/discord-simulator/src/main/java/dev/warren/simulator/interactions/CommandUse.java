package dev.warren.simulator.interactions;

import dev.warren.simulator.interactions.Interaction.Kind;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Components;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Permissions;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import dev.warren.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** A member uses a command, as Discord's client would let them. */
public final class CommandUse {
    private static final int CHAT_INPUT = 1;
    private static final int USER_MENU = 2;
    private static final int MESSAGE_MENU = 3;
    private static final int SUBCOMMAND = 1;
    private static final int SUBCOMMAND_GROUP = 2;
    private final World world;
    private final ApplicationCommands commands;
    private final Interactions interactions;

    /**
     * What a member types.
     *
     * @param name of the command
     * @param subcommand {@code sub} or {@code group sub}
     * @param options by name
     * @param focused the option that is being completed
     */
    public record Typed(String name, Optional<String> subcommand, JsonObject options, Optional<String> focused) {}

    public CommandUse(World world, ApplicationCommands commands, Interactions interactions) {
        this.world = world;
        this.commands = commands;
        this.interactions = interactions;
    }

    /** Runs a slash command, or asks for completions when an option is focused. */
    public Invocation run(User user, Channel channel, Typed typed) {
        try {
            JsonObject command = find(user, channel, CHAT_INPUT, typed.name());
            var values = new OptionValues(world, channel.guild());
            var data = base(command, channel);
            data.put("options", options(command, typed, values));
            if (!values.resolved().isEmpty()) {
                data.put("resolved", values.resolved());
            }
            Kind kind = typed.focused().isPresent() ? Kind.AUTOCOMPLETE : Kind.COMMAND;
            return new Invocation.Sent(interactions.open(kind, typed.name(), user, channel, data, Optional.empty()));
        } catch (NotSent notSent) {
            return notSent.outcome();
        }
    }

    /** Runs a user's context menu command. */
    public Invocation onUser(User user, Channel channel, String name, User target) {
        try {
            var values = new OptionValues(world, channel.guild());
            JsonObject data = base(find(user, channel, USER_MENU, name), channel)
                    .put("target_id", values.user("target", target.id().toString()));
            data.put("resolved", values.resolved());
            return new Invocation.Sent(interactions.open(Kind.COMMAND, name, user, channel, data, Optional.empty()));
        } catch (NotSent notSent) {
            return notSent.outcome();
        }
    }

    /** Runs a message's context menu command. */
    public Invocation onMessage(User user, String name, Message target) {
        try {
            String id = target.id().toString();
            JsonObject data = base(find(user, target.channel(), MESSAGE_MENU, name), target.channel())
                    .put("target_id", id)
                    .put(
                            "resolved",
                            new JsonObject().put("messages", new JsonObject().put(id, target.json(world.bot()))));
            return new Invocation.Sent(
                    interactions.open(Kind.COMMAND, name, user, target.channel(), data, Optional.empty()));
        } catch (NotSent notSent) {
            return notSent.outcome();
        }
    }

    private JsonObject find(User user, Channel channel, int type, String name) {
        Optional<Guild> guild = channel.guild();
        JsonObject command = commands.named(guild, type, name)
                .orElseThrow(() -> new NotSent(new Invocation.Unknown("command " + name, commands.names(guild))));
        long has = Permissions.inChannel(channel, user, world.now());
        if (guild.isPresent() && !Permission.USE_APPLICATION_COMMANDS.in(has)) {
            throw new NotSent(new Invocation.NotAllowed("the member may not use commands in this channel"));
        }
        String needed = command.getString("default_member_permissions");
        if (guild.isPresent() && needed != null) {
            long bits = Snowflake.parse(needed).map(Snowflake::value).orElse(0L);
            boolean administrator = has == Permission.ALL;
            if (!administrator && (bits == 0 || (has & bits) != bits)) {
                throw new NotSent(new Invocation.NotAllowed(
                        "the command needs the permissions " + needed + " by default, which the member lacks"));
            }
        }
        boolean inDirectMessages = Optional.ofNullable(command.getJsonArray("contexts"))
                .map(contexts -> contexts.contains(1))
                .orElse(!Boolean.FALSE.equals(command.getBoolean("dm_permission")));
        if (guild.isEmpty() && !inDirectMessages) {
            throw new NotSent(new Invocation.NotAllowed("the command is not for direct messages"));
        }
        return command;
    }

    private static JsonObject base(JsonObject command, Channel channel) {
        var data = new JsonObject()
                .put("id", command.getString("id"))
                .put("name", command.getString("name"))
                .put("type", ApplicationCommands.type(command));
        if (command.containsKey("guild_id")) {
            channel.guild().ifPresent(guild -> data.put("guild_id", guild.id().toString()));
        }
        return data;
    }

    private static JsonArray options(JsonObject command, Typed typed, OptionValues values) {
        List<JsonObject> defined = Components.objects(command.getJsonArray("options"));
        boolean nested = defined.stream().anyMatch(option -> option.getInteger("type", 0) <= SUBCOMMAND_GROUP);
        if (typed.subcommand().isEmpty()) {
            if (nested) {
                throw NotSent.of("subcommand", "one of " + names(defined), "");
            }
            return leaves(defined, typed, values);
        }
        JsonArray top = new JsonArray();
        JsonArray target = top;
        List<JsonObject> level = defined;
        List<String> path = List.of(typed.subcommand().get().strip().split(" +"));
        for (String part : path) {
            List<JsonObject> here = level;
            JsonObject option = level.stream()
                    .filter(each -> each.getInteger("type", 0) <= SUBCOMMAND_GROUP
                            && each.getString("name").equals(part))
                    .findFirst()
                    .orElseThrow(() -> NotSent.of("subcommand", "one of " + names(here), part));
            var children = new JsonArray();
            target.add(new JsonObject()
                    .put("type", option.getInteger("type"))
                    .put("name", part)
                    .put("options", children));
            target = children;
            level = Components.objects(option.getJsonArray("options"));
            if (option.getInteger("type") == SUBCOMMAND) {
                children.addAll(leaves(level, typed, values));
                return top;
            }
        }
        throw NotSent.of(
                "subcommand", "one of " + names(level), typed.subcommand().get());
    }

    private static JsonArray leaves(List<JsonObject> defined, Typed typed, OptionValues values) {
        for (String name : typed.options().fieldNames()) {
            if (defined.stream().noneMatch(option -> option.getString("name").equals(name))) {
                throw NotSent.of("options." + name, "one of the options " + names(defined), name);
            }
        }
        var list = new JsonArray();
        for (JsonObject option : defined) {
            String name = option.getString("name");
            Object value = typed.options().getValue(name);
            boolean focused = typed.focused().filter(name::equals).isPresent();
            if (value == null) {
                if (Boolean.TRUE.equals(option.getBoolean("required"))
                        && typed.focused().isEmpty()) {
                    throw NotSent.of("options." + name, "present, since it is required", "");
                }
                continue;
            }
            var sent = new JsonObject().put("name", name).put("type", option.getInteger("type"));
            // what is being completed is sent as it stands, however wrong
            sent.put("value", focused ? value.toString() : values.read(option, value));
            list.add(focused ? sent.put("focused", true) : sent);
        }
        return list;
    }

    private static List<String> names(List<JsonObject> options) {
        return options.stream().map(option -> option.getString("name")).toList();
    }
}
