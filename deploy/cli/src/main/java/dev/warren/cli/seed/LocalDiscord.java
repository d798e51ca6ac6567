package dev.warren.cli.seed;

import dev.warren.cli.seed.Happening.Reacted;
import dev.warren.cli.seed.Happening.Said;
import dev.warren.cli.seed.Places.Place;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The local Discord, which is told of a past that it need not tell the bot. */
final class LocalDiscord implements AutoCloseable {
    /** How many of the newest messages stand in its channels. */
    static final int SHOWN = 200;

    private static final int VOICE_CHANNEL = 2;

    private final SimulatorClient client;
    private final ArrayDeque<Said> newest = new ArrayDeque<>();
    private final Map<Long, List<Reacted>> reactions = new HashMap<>();

    /** @param port of its control API */
    LocalDiscord(int port) {
        this.client = new SimulatorClient(URI.create("http://127.0.0.1:" + port + "/control/v1"));
    }

    /** The guild with that name; none where there is no such guild. */
    Optional<GuildId> guild(String name) {
        return client.getList("/guilds", Map.of()).stream()
                .filter(guild -> name.equalsIgnoreCase(guild.getString("name")))
                .map(guild -> GuildId.of(guild.getString("id")))
                .findFirst();
    }

    /** Names of all guilds, for error messages. */
    String guildNames() {
        return client.getList("/guilds", Map.of()).stream()
                .map(guild -> guild.getString("name"))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The guild's channels, after those were made that its life needs; the bot hears of a new channel as always. */
    Places places(GuildId guild) {
        var there = channels(guild);
        Stream.concat(
                        Phrases.CHANNELS.stream().map(name -> Map.entry(name, "text")),
                        Stream.of(Map.entry(Life.LOUNGE, "voice")))
                .filter(channel -> !there.containsKey(channel.getKey()))
                .forEach(channel -> client.put(
                        "/channels",
                        new JsonObject()
                                .put("guild", guild.toString())
                                .put("channel", channel.getKey())
                                .put("type", channel.getValue())));
        return new Places(guild, channels(guild));
    }

    private Map<String, Place> channels(GuildId guild) {
        var channels = new HashMap<String, Place>();
        for (var channel : client.getList("/channels", Map.of("guild", guild.toString()))) {
            var voice = channel.getInteger("type") == VOICE_CHANNEL;
            var name = channel.getString("name");
            if (voice == name.equals(Life.LOUNGE)) {
                channels.putIfAbsent(
                        name,
                        new Place(
                                ChannelId.of(channel.getString("id")),
                                Optional.ofNullable(channel.getString("parent_id"))
                                        .map(ChannelId::of)));
            }
        }
        return channels;
    }

    /** Remembers what happened, as far as it is to be shown. */
    void remember(Happening happening) {
        switch (happening) {
            case Said said -> {
                newest.add(said);
                if (newest.size() > SHOWN) {
                    reactions.remove(newest.removeFirst().number());
                }
            }
            case Reacted reacted ->
                reactions
                        .computeIfAbsent(reacted.message().number(), _ -> new ArrayList<>())
                        .add(reacted);
            case Happening.Joined _, Happening.Left _, Happening.Voice _ -> {}
        }
    }

    /**
     * Puts the members of the last day and the newest messages into the guild, under the ids that the records bear. The bot is told of
     * neither: it has them by the records.
     *
     * @return how many members and messages are new to it
     */
    Map<String, Integer> show(GuildId guild, Collection<Person> people, LocalDate lastDay, Instant until) {
        var members = new JsonArray();
        var known = new HashSet<Person>();
        people.stream()
                .filter(person -> person.isMember(lastDay))
                .filter(person -> !person.joinedAt(lastDay).isAfter(until))
                .forEach(person -> {
                    known.add(person);
                    members.add(new JsonObject()
                            .put("id", person.id().toString())
                            .put("user", person.name())
                            .put("joinedAt", person.joinedAt(lastDay).toString()));
                });
        var messages = new JsonArray();
        newest.stream().filter(said -> known.contains(said.who())).forEach(said -> messages.add(json(said, known)));
        var written = client.post(
                "/history",
                new JsonObject()
                        .put("guild", guild.toString())
                        .put("members", members)
                        .put("messages", messages));
        return Map.of("members", written.getInteger("members"), "messages", written.getInteger("messages"));
    }

    private JsonObject json(Said said, Collection<Person> known) {
        var reacted = new JsonArray();
        reactions.getOrDefault(said.number(), List.of()).stream()
                .filter(reaction -> known.contains(reaction.who()))
                .forEach(reaction -> reacted.add(new JsonObject()
                        .put("user", reaction.who().id().toString())
                        .put("emoji", reaction.emoji())));
        var json = new JsonObject()
                .put("id", said.id().toString())
                .put("channel", said.channel())
                .put("author", said.who().id().toString())
                .put("content", said.text())
                .put("reactions", reacted);
        said.replyTo().ifPresent(original -> json.put("replyTo", original.id().toString()));
        return json;
    }

    @Override
    public void close() {
        client.close();
    }
}
