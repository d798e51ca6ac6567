package dev.warren.simulator.interactions;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Member;
import dev.warren.simulator.world.Permissions;
import dev.warren.simulator.world.Role;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import dev.warren.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads option values as a member types them: names become ids, and what they name goes into {@code resolved}. */
final class OptionValues {
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int USER = 6;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int MENTIONABLE = 9;
    private static final int NUMBER = 10;
    private final World world;
    private final Optional<Guild> guild;
    private final JsonObject resolved = new JsonObject();

    OptionValues(World world, Optional<Guild> guild) {
        this.world = world;
        this.guild = guild;
    }

    /** What was named so far; empty when nothing was. */
    JsonObject resolved() {
        return resolved;
    }

    /** The value as Discord sends it for an option. */
    Object read(JsonObject option, Object value) {
        String field = "options." + option.getString("name");
        return switch (option.getInteger("type", 0)) {
            case STRING -> string(field, option, value);
            case INTEGER -> {
                Number number = number(field, value);
                if (number.doubleValue() != Math.rint(number.doubleValue())) {
                    throw NotSent.of(field, "an integer", value);
                }
                yield inRange(field, option, number.longValue());
            }
            case NUMBER -> inRange(field, option, number(field, value));
            case BOOLEAN -> {
                if (value instanceof Boolean || value.equals("true") || value.equals("false")) {
                    yield Boolean.valueOf(value.toString());
                }
                throw NotSent.of(field, "true or false", value);
            }
            case USER -> user(field, value.toString());
            case CHANNEL -> channel(field, value.toString());
            case ROLE -> role(field, value.toString());
            case MENTIONABLE -> mentionable(field, value.toString());
            default -> throw NotSent.of(field, "an option type that this simulator knows", option.getValue("type"));
        };
    }

    private static Object string(String field, JsonObject option, Object value) {
        String text = value.toString();
        int length = text.codePointCount(0, text.length());
        int min = Optional.ofNullable(option.getInteger("min_length")).orElse(0);
        int max = Optional.ofNullable(option.getInteger("max_length")).orElse(6000);
        if (length < min || length > max) {
            throw NotSent.of(field, min + " to " + max + " characters", value);
        }
        return choice(field, option, text);
    }

    private static Number number(String field, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        try {
            double parsed = Double.parseDouble(value.toString());
            return parsed == Math.rint(parsed) ? (Number) (long) parsed : (Number) parsed;
        } catch (NumberFormatException notANumber) {
            throw NotSent.of(field, "a number", value);
        }
    }

    private static Object inRange(String field, JsonObject option, Number number) {
        Number min = option.getNumber("min_value");
        Number max = option.getNumber("max_value");
        if (min != null && number.doubleValue() < min.doubleValue()) {
            throw NotSent.of(field, "at least " + min, number);
        }
        if (max != null && number.doubleValue() > max.doubleValue()) {
            throw NotSent.of(field, "at most " + max, number);
        }
        return choice(field, option, number);
    }

    /** Takes a choice by its name or its value; anything when the option has none. */
    private static Object choice(String field, JsonObject option, Object value) {
        JsonArray choices = option.getJsonArray("choices");
        if (choices == null || choices.isEmpty()) {
            return value;
        }
        for (Object each : choices) {
            JsonObject choice = (JsonObject) each;
            String wanted = value.toString();
            if (choice.getValue("value").toString().equals(wanted)
                    || choice.getString("name").equals(wanted)) {
                return choice.getValue("value");
            }
        }
        throw NotSent.of(field, "one of the choices", value);
    }

    String user(String field, String name) {
        User user = find(name).orElseThrow(() -> NotSent.of(field, "the name or id of a user", name));
        String id = user.id().toString();
        section("users").put(id, user.json());
        guild.flatMap(where -> where.member(user))
                .map(Member::partial)
                .ifPresent(member -> section("members").put(id, member.put("permissions", permissions(user))));
        return id;
    }

    private Optional<User> find(String name) {
        String plain = name.startsWith("<@") && name.endsWith(">") ? name.replaceAll("[<@!>]", "") : name;
        return plain.isBlank() || plain.length() > 80 ? Optional.empty() : Optional.of(world.user(plain));
    }

    private String permissions(User user) {
        return guild.flatMap(where -> where.member(user).map(member -> Permissions.inGuild(where, member, world.now())))
                .map(String::valueOf)
                .orElse("0");
    }

    String channel(String field, String name) {
        Channel channel = guild.flatMap(where -> where.channelNamed(name.startsWith("#") ? name.substring(1) : name))
                .or(() -> Snowflake.parse(name).flatMap(world::findChannel))
                .orElseThrow(() -> NotSent.of(field, "the name or id of a channel", name));
        String id = channel.id().toString();
        section("channels").put(id, channel.json().put("permissions", "0"));
        return id;
    }

    String role(String field, String name) {
        Role role = guild.flatMap(where ->
                        where.roleNamed(name).or(() -> Snowflake.parse(name).map(where.roles()::get)))
                .orElseThrow(() -> NotSent.of(field, "the name or id of a role", name));
        String id = role.id().toString();
        section("roles").put(id, role.json());
        return id;
    }

    String mentionable(String field, String name) {
        return guild.flatMap(where -> where.roleNamed(name)
                                .or(() -> Snowflake.parse(name).map(where.roles()::get)))
                        .isPresent()
                ? role(field, name)
                : user(field, name);
    }

    private JsonObject section(String name) {
        @Nullable JsonObject known = resolved.getJsonObject(name);
        if (known != null) {
            return known;
        }
        var made = new JsonObject();
        resolved.put(name, made);
        return made;
    }
}
