package dev.warren.simulator.world;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that exists, found by id or by name; what is named and missing is made. Confined to the simulator's event loop.
 * Changes go through {@link Messages}, {@link Structure} and {@link Memberships}, which tell them to the gateway.
 */
public final class World {
    private static final int SERVER_OWNER_COLOR = 0x5865F2;
    private final InstantSource clock;
    private final WorldLimits limits;
    private final Dispatches dispatches;
    private final Snowflakes ids;
    private final User bot;
    private final Map<Snowflake, User> users = new HashMap<>();
    private final Map<String, User> usersByName = new HashMap<>();
    private final Map<Snowflake, Guild> guilds = new LinkedHashMap<>();
    private final Map<Snowflake, Channel> channels = new HashMap<>();
    private final Map<Snowflake, Channel> directChannels = new HashMap<>();
    private final Set<Snowflake> closed = new HashSet<>();
    private final Map<Snowflake, Message> messages = new LinkedHashMap<>();

    public World(InstantSource clock, WorldLimits limits, Snowflake botId, String botName, Dispatches dispatches) {
        this.clock = clock;
        this.limits = limits;
        this.dispatches = dispatches;
        ids = new Snowflakes(clock);
        bot = new User(botId, botName, true);
        register(bot);
        guild("warren");
    }

    public Instant now() {
        return clock.instant();
    }

    public Snowflake nextId() {
        return ids.next();
    }

    /** The bot whose application this Discord serves; its id is the application's. */
    public User bot() {
        return bot;
    }

    void dispatch(Event event) {
        dispatches.dispatch(event);
    }

    public Collection<Guild> guilds() {
        return guilds.values();
    }

    public Optional<Guild> findGuild(Snowflake id) {
        return Optional.ofNullable(guilds.get(id));
    }

    public Optional<Guild> findGuild(String name) {
        return guilds.values().stream()
                .filter(guild -> guild.name().equalsIgnoreCase(name))
                .findFirst()
                .or(() -> Snowflake.parse(name).flatMap(this::findGuild));
    }

    public Optional<Channel> findChannel(Snowflake id) {
        return Optional.ofNullable(channels.get(id));
    }

    public Optional<Message> findMessage(Snowflake id) {
        return Optional.ofNullable(messages.get(id));
    }

    public Optional<User> findUser(Snowflake id) {
        return Optional.ofNullable(users.get(id));
    }

    public Collection<User> users() {
        return users.values();
    }

    /** Finds the user by name in any case, or by id. */
    public Optional<User> findUser(String name) {
        return Optional.ofNullable(usersByName.get(name.toLowerCase(Locale.ROOT)))
                .or(() -> Snowflake.parse(name).flatMap(this::findUser));
    }

    /** Finds the user by name in any case, or by id; makes one where there is none. */
    public User user(String name) {
        return findUser(name).orElseGet(() -> register(new User(ids.next(), name, false)));
    }

    /** Finds the user by name in any case, or by this id; makes one with this id where there is none. */
    public User user(Snowflake id, String name) {
        return findUser(name).or(() -> findUser(id)).orElseGet(() -> register(new User(id, name, false)));
    }

    private User register(User user) {
        if (users.size() >= limits.users()) {
            throw new WorldFull("users", limits.users());
        }
        users.put(user.id(), user);
        usersByName.put(user.name().toLowerCase(Locale.ROOT), user);
        return user;
    }

    /** Finds the guild or makes it: with the member {@code owner}, the bot with a role of its own, and the channel {@code general}. */
    public Guild guild(String name) {
        return findGuild(name).orElseGet(() -> newGuild(name));
    }

    private Guild newGuild(String name) {
        if (guilds.size() >= limits.guilds()) {
            throw new WorldFull("guilds", limits.guilds());
        }
        var guild = new Guild(ids.next(), name, user("owner"));
        Instant now = now();
        var own = new Role(
                ids.next(), bot.name(), SERVER_OWNER_COLOR, false, 100, Permission.ALL, false, Optional.of(bot.id()));
        guild.roles().put(own.id(), own);
        guild.members()
                .put(guild.owner().id(), new Member(guild.owner(), Optional.empty(), Set.of(), now, Optional.empty()));
        guild.members().put(bot.id(), new Member(bot, Optional.empty(), Set.of(own.id()), now, Optional.empty()));
        guilds.put(guild.id(), guild);
        add(guild, ChannelType.TEXT, ChannelAttributes.of(ChannelType.TEXT, "general", 0), Optional.empty());
        dispatch(Event.inGuild("GUILD_CREATE", Intent.GUILDS, guild, guild.gatewayJson(bot, true)));
        return guild;
    }

    void forget(Guild guild) {
        guilds.remove(guild.id());
        guild.channels().keySet().forEach(channels::remove);
    }

    /** Makes a channel without telling anybody. */
    Channel add(Guild guild, ChannelType type, JsonObject attributes, Optional<Channel> threadParent) {
        if (guild.channels().size() >= limits.channelsPerGuild()) {
            throw new WorldFull("channels in a guild", limits.channelsPerGuild());
        }
        var channel = new Channel(
                ids.next(),
                type,
                Optional.of(guild),
                threadParent,
                List.of(),
                attributes,
                new MessageLog(limits.messagesPerChannel()));
        guild.add(channel);
        channels.put(channel.id(), channel);
        return channel;
    }

    void forget(Channel channel) {
        channels.remove(channel.id());
        channel.guild().ifPresent(guild -> guild.remove(channel));
    }

    /** The direct messages between the bot and a user; made when there are none. */
    public Channel directMessages(User user) {
        return directChannels.computeIfAbsent(user.id(), any -> {
            var channel = new Channel(
                    ids.next(),
                    ChannelType.DM,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(user, bot),
                    new JsonObject(),
                    new MessageLog(limits.messagesPerChannel()));
            channels.put(channel.id(), channel);
            return channel;
        });
    }

    /** Whether a user takes no direct messages. */
    public boolean refusesDirectMessages(User user) {
        return closed.contains(user.id());
    }

    public void directMessagesOpen(User user, boolean open) {
        if (open) {
            closed.remove(user.id());
        } else {
            closed.add(user.id());
        }
    }

    void roleSlot(Guild guild) {
        if (guild.roles().size() >= limits.rolesPerGuild()) {
            throw new WorldFull("roles in a guild", limits.rolesPerGuild());
        }
    }

    /** Keeps a message; the oldest go when there are too many. */
    void keep(Message message) {
        messages.put(message.id(), message);
        message.channel().messages().add(message).ifPresent(gone -> messages.remove(gone.id()));
        if (messages.size() > limits.messages()) {
            Iterator<Message> oldest = messages.values().iterator();
            Message gone = oldest.next();
            oldest.remove();
            gone.channel().messages().remove(gone.id());
        }
    }

    void forget(Message message) {
        messages.remove(message.id());
        message.channel().messages().remove(message.id());
    }
}
