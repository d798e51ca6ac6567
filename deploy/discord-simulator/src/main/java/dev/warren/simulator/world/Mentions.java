package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a text mentions, with {@code allowed_mentions} applied.
 *
 * @param users in order of appearance
 * @param roles in order of appearance
 * @param everyone whether all are mentioned
 * @see <a href="https://discord.com/developers/docs/resources/message#allowed-mentions-object">Allowed mentions</a>
 */
record Mentions(Set<Snowflake> users, Set<Snowflake> roles, boolean everyone) {
    private static final Pattern MENTION = Pattern.compile("<@([!&]?)(\\d{1,19})>");

    /**
     * Finds the mentions in a text.
     *
     * @param allowed the request's {@code allowed_mentions}; empty means that all are allowed
     * @param mayMentionAll whether the author has MENTION_EVERYONE there
     * @param repliedTo author of the message that is replied to
     */
    static Mentions in(
            String text, Optional<JsonObject> allowed, boolean mayMentionAll, Optional<User> repliedTo, Place where) {
        Set<Snowflake> users = new LinkedHashSet<>();
        Set<Snowflake> roles = new LinkedHashSet<>();
        if (text.indexOf('<') >= 0) {
            Matcher matcher = MENTION.matcher(text);
            while (matcher.find()) {
                Optional<Snowflake> id = Snowflake.parse(matcher.group(2));
                if (matcher.group(1).equals("&")) {
                    id.filter(role -> allows(allowed, "roles", role))
                            .filter(role -> where.mentionable(role, mayMentionAll))
                            .ifPresent(roles::add);
                } else {
                    id.filter(user -> allows(allowed, "users", user)).ifPresent(users::add);
                }
            }
        }
        boolean pingsReplied = allowed.isEmpty() || allowed.get().getBoolean("replied_user", false);
        repliedTo.filter(any -> pingsReplied).ifPresent(user -> users.add(user.id()));
        boolean everyone = mayMentionAll
                && (text.contains("@everyone") || text.contains("@here"))
                && (allowed.isEmpty() || parses(allowed.get(), "everyone"));
        return new Mentions(users, roles, everyone);
    }

    /** What the place of a text knows about its roles. */
    @FunctionalInterface
    interface Place {
        boolean mentionable(Snowflake role, boolean mayMentionAll);
    }

    private static boolean allows(Optional<JsonObject> allowed, String kind, Snowflake id) {
        if (allowed.isEmpty() || parses(allowed.get(), kind)) {
            return true;
        }
        Object listed = allowed.get().getValue(kind);
        return listed instanceof JsonArray array && array.contains(id.toString());
    }

    private static boolean parses(JsonObject allowed, String kind) {
        return allowed.getValue("parse") instanceof JsonArray array && array.contains(kind);
    }
}
