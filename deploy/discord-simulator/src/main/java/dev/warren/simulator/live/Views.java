package dev.warren.simulator.live;

import dev.warren.simulator.interactions.Interaction;
import dev.warren.simulator.interactions.Interactions;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Member;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Role;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import dev.warren.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guilds, channels and messages as one user sees them: Discord's objects, and what a client needs besides to draw them. */
public final class Views {
    private static final Pattern MENTION = Pattern.compile("<@!?(\\d{1,19})>");
    private final World world;
    private final Interactions interactions;
    private final Sight sight;

    public Views(World world, Interactions interactions) {
        this.world = world;
        this.interactions = interactions;
        sight = new Sight(world);
    }

    Sight sight() {
        return sight;
    }

    public boolean sees(User user, Channel channel) {
        return sight.sees(user, channel);
    }

    /** All guilds, with what a list of them shows. */
    public JsonArray guilds() {
        var list = new JsonArray();
        world.guilds()
                .forEach(guild -> list.add(
                        new JsonObject().put("id", guild.id().toString()).put("name", guild.name())));
        return list;
    }

    /**
     * A guild, with the channels that the user sees, the roles from the highest, and members by name.
     *
     * @param most members that are listed; how many there are is told as well
     */
    public JsonObject guild(Guild guild, User viewer, int most) {
        var channels = new JsonArray();
        guild.channels().values().stream()
                .filter(channel -> sight.sees(viewer, channel))
                .forEach(channel -> channels.add(channel(channel, viewer)));
        var roles = new JsonArray();
        guild.rolesInOrder().reversed().forEach(role -> roles.add(role.json()));
        return new JsonObject()
                .put("id", guild.id().toString())
                .put("name", guild.name())
                .put("ownerId", guild.owner().id().toString())
                .put("channels", channels)
                .put("roles", roles)
                .put("members", members(guild, "", most))
                .put("memberCount", guild.members().size());
    }

    /** A channel with whether the user may write there and delete what others wrote. */
    public JsonObject channel(Channel channel, User viewer) {
        return channel.json()
                .put("writable", sight.writes(viewer, channel))
                .put("manageable", sight.mayManageMessages(viewer, channel));
    }

    /** Members whose name or nickname holds the text, in any case, by name; people before bots. */
    public JsonArray members(Guild guild, String text, int most) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Predicate<String> matches = name -> name.toLowerCase(Locale.ROOT).contains(wanted);
        var list = new JsonArray();
        guild.members().values().stream()
                .filter(member -> matches.test(member.user().name()) || matches.test(member.displayName()))
                .sorted(Comparator.comparing((Member member) -> member.user().bot())
                        .thenComparing(Member::displayName, String.CASE_INSENSITIVE_ORDER))
                .limit(most)
                .forEach(member -> list.add(member(guild, member)));
        return list;
    }

    private static JsonObject member(Guild guild, Member member) {
        return member.json().put("view", face(guild, member));
    }

    private static JsonObject face(Guild guild, Member member) {
        return new JsonObject().put("name", member.displayName()).put("color", color(guild, member));
    }

    /** The color of the highest role that has one; 0 for none. */
    private static int color(Guild guild, Member member) {
        Optional<Role> best = Optional.empty();
        for (Snowflake id : member.roles()) {
            Role role = guild.roles().get(id);
            if (role != null
                    && role.color() != 0
                    && best.filter(other -> !role.above(other)).isEmpty()) {
                best = Optional.of(role);
            }
        }
        return best.map(Role::color).orElse(0);
    }

    /** Messages that the user sees, in the order given. */
    public JsonArray messages(List<Message> messages, User viewer) {
        var list = new JsonArray();
        messages.stream()
                .filter(message -> sight.sees(viewer, message))
                .forEach(message -> list.add(message(message, viewer)));
        return list;
    }

    /** A message with {@code view}: the author's name and color here, and the names of those it speaks of. */
    JsonObject message(Message message, User viewer) {
        JsonObject json = message.json(viewer);
        Optional<Guild> guild = message.channel().guild();
        var view = new JsonObject();
        guild.flatMap(where -> where.member(message.author())
                        .filter(any -> message.origin().webhook().isEmpty()
                                || message.author().equals(world.bot()))
                        .map(member -> face(where, member)))
                .ifPresent(view::mergeIn);
        view.put("names", names(json, guild));
        message.origin().interaction().ifPresent(id -> {
            view.put("interactionId", id.toString());
            interactions
                    .find(id)
                    .filter(interaction -> interaction.kind() == Interaction.Kind.COMMAND)
                    .ifPresent(interaction -> view.put("command", interaction.name()));
        });
        message.origin().ephemeralFor().ifPresent(user -> view.put("ephemeral", true));
        if (json.getValue("referenced_message") instanceof JsonObject original
                && Snowflake.parse(original.getString("id"))
                        .flatMap(world::findMessage)
                        .isEmpty()) {
            json.put("referenced_message", null);
        }
        return json.put("view", view);
    }

    /** Names of all users whose mention stands anywhere in the message, also when nobody is pinged. */
    private JsonObject names(JsonObject message, Optional<Guild> guild) {
        var names = new JsonObject();
        for (String field : List.of("content", "embeds", "components", "referenced_message", "interaction_metadata")) {
            Object value = message.getValue(field);
            String text = value == null ? "" : value.toString();
            Matcher matcher = text.indexOf('<') < 0 ? MENTION.matcher("") : MENTION.matcher(text);
            while (matcher.find()) {
                String id = matcher.group(1);
                Snowflake.parse(id)
                        .flatMap(world::findUser)
                        .ifPresent(user -> names.put(
                                id,
                                guild.flatMap(where -> where.member(user))
                                        .map(Member::displayName)
                                        .orElse(user.name())));
            }
        }
        return names;
    }
}
