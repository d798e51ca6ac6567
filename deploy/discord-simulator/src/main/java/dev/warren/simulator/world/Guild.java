package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A guild and all that is in it. Confined to the simulator's event loop. */
public final class Guild {
    private final Snowflake id;
    private final User owner;
    private final JsonObject attributes;
    private final Map<Snowflake, Role> roles = new LinkedHashMap<>();
    private final Map<Snowflake, Channel> channels = new LinkedHashMap<>();
    private final Map<Snowflake, Member> members = new LinkedHashMap<>();
    private final Map<Snowflake, Ban> bans = new LinkedHashMap<>();
    private final Map<Snowflake, JsonObject> voiceStates = new LinkedHashMap<>();
    private final Map<String, Channel> channelsByName = new HashMap<>();

    /** A user who may not join any more. */
    public record Ban(User user, Optional<String> reason) {
        public JsonObject json() {
            return new JsonObject().put("reason", reason.orElse(null)).put("user", user.json());
        }
    }

    Guild(Snowflake id, String name, User owner) {
        this.id = id;
        this.owner = owner;
        attributes = new JsonObject().put("name", name);
        roles.put(id, new Role(id, "@everyone", 0, false, 0, Permission.EVERYONE, false, Optional.empty()));
    }

    public Snowflake id() {
        return id;
    }

    public User owner() {
        return owner;
    }

    public String name() {
        return attributes.getString("name");
    }

    JsonObject attributes() {
        return attributes;
    }

    /** Of the shards {@code 0..count-1}, the one that hears of this guild. */
    public int shard(int count) {
        return (int) ((id.value() >> 22) % count);
    }

    public Map<Snowflake, Role> roles() {
        return roles;
    }

    public Map<Snowflake, Channel> channels() {
        return channels;
    }

    public Map<Snowflake, Member> members() {
        return members;
    }

    public Map<Snowflake, Ban> bans() {
        return bans;
    }

    public Map<Snowflake, JsonObject> voiceStates() {
        return voiceStates;
    }

    public Optional<Member> member(User user) {
        return Optional.ofNullable(members.get(user.id()));
    }

    public Role everyone() {
        return Objects.requireNonNull(roles.get(id), "everyone");
    }

    public Optional<Role> roleNamed(String name) {
        return roles.values().stream()
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public Optional<Channel> channelNamed(String name) {
        return Optional.ofNullable(channelsByName.get(name.toLowerCase(Locale.ROOT)));
    }

    void add(Channel channel) {
        channels.put(channel.id(), channel);
        channelsByName.putIfAbsent(channel.name().toLowerCase(Locale.ROOT), channel);
    }

    void remove(Channel channel) {
        channels.remove(channel.id());
        reindex();
    }

    void reindex() {
        channelsByName.clear();
        channels.values()
                .forEach(channel -> channelsByName.putIfAbsent(channel.name().toLowerCase(Locale.ROOT), channel));
    }

    /** The mightiest role of a member; {@code @everyone} when it has no other. */
    public Role highest(Member member) {
        Role best = everyone();
        for (Snowflake each : member.roles()) {
            Role role = roles.get(each);
            if (role != null && role.above(best)) {
                best = role;
            }
        }
        return best;
    }

    /** Roles from the lowest to the highest. */
    public List<Role> rolesInOrder() {
        return roles.values().stream()
                .sorted(Comparator.comparingInt(Role::position).thenComparing(Role::id, Comparator.reverseOrder()))
                .toList();
    }

    /** The guild object of REST. */
    public JsonObject json() {
        var list = new JsonArray();
        roles.values().forEach(role -> list.add(role.json()));
        var json = new JsonObject()
                .put("id", id.toString())
                .put("owner_id", owner.id().toString());
        GuildDefaults.fill(json);
        attributes.forEach(entry -> json.put(entry.getKey(), entry.getValue()));
        return json.put("roles", list);
    }

    /** The payload of GUILD_CREATE; members and presences are all or only those that every session sees. */
    public JsonObject gatewayJson(User viewer, boolean allMembers) {
        var json = json();
        var plain = new JsonArray();
        var threads = new JsonArray();
        channels.values().forEach(channel -> (channel.type().thread() ? threads : plain).add(channel.json()));
        var people = new JsonArray();
        members.values().stream()
                .filter(member -> allMembers
                        || member.user().equals(viewer)
                        || voiceStates.containsKey(member.user().id()))
                .forEach(member -> people.add(member.json()));
        var voices = new JsonArray();
        voiceStates.values().forEach(voices::add);
        Instant joined = Optional.ofNullable(members.get(viewer.id()))
                .map(Member::joinedAt)
                .orElse(id.time());
        return json.put("joined_at", Times.format(joined))
                .put("large", members.size() > 250)
                .put("unavailable", false)
                .put("member_count", members.size())
                .put("channels", plain)
                .put("threads", threads)
                .put("members", people)
                .put("voice_states", voices)
                .put("presences", new JsonArray())
                .put("stage_instances", new JsonArray())
                .put("guild_scheduled_events", new JsonArray())
                .put("soundboard_sounds", new JsonArray());
    }

    @Override
    public String toString() {
        return "Guild[" + id + "]";
    }
}
