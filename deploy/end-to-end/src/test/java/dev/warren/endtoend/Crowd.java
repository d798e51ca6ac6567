package dev.warren.endtoend;

import static org.awaitility.Awaitility.await;

import dev.warren.schemas.ids.MessageId;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Many members who write at a steady rate in channels of a guild of their own. */
final class Crowd {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int PAGE = 1_000;

    private final SimulatorClient discord;
    private final String name;
    private final String guild;
    private final int channels;

    private Crowd(SimulatorClient discord, String name, int channels) {
        this.discord = discord;
        this.name = name;
        this.channels = channels;
        this.guild = discord.put("/guilds", new JsonObject().put("guild", name)).getString("id");
    }

    /** Begins to write. */
    static Crowd writing(Stack stack, String name, int messages, int rate, int channels, int members) {
        var crowd = new Crowd(stack.discord(), name, channels);
        stack.discord()
                .post(
                        "/load",
                        new JsonObject()
                                .put("guild", name)
                                .put("messagesPerSecond", rate)
                                .put("seconds", messages / rate)
                                .put("members", members)
                                .put("channels", channels));
        return crowd;
    }

    /** The guild's id. */
    String guild() {
        return guild;
    }

    /** Waits until so many messages are written. */
    void awaitWritten(int messages) {
        await().atMost(PATIENCE)
                .until(() -> discord.stats().getJsonObject("load").getInteger("sent") >= messages);
    }

    /** Who wrote which message, as Discord has it. */
    Map<String, String> messages() {
        var authors = new TreeMap<String, String>();
        for (int i = 1; i <= channels; i++) {
            var channel = "load-" + i;
            var page = discord.messagesAfter(name, channel, "1");
            while (!page.isEmpty()) {
                page.stream()
                        .filter(message -> !message.getJsonObject("author").getBoolean("bot", false))
                        .forEach(message -> authors.put(
                                message.getString("id"),
                                message.getJsonObject("author").getString("id")));
                page = page.size() < PAGE ? List.of() : discord.messagesAfter(name, channel, newest(page));
            }
        }
        return authors;
    }

    private static String newest(List<JsonObject> page) {
        return page.stream()
                .map(message -> message.getString("id"))
                .max(Comparator.comparingLong(Long::parseLong))
                .orElseThrow();
    }

    /** The XP of each member as an undisturbed run gives it: one draw for each minute in which they wrote. */
    Map<Long, Long> undisturbedXp() {
        var minutes = messages().entrySet().stream()
                .collect(Collectors.groupingBy(
                        message -> Long.parseLong(message.getValue()),
                        Collectors.mapping(
                                message -> MessageId.of(message.getKey())
                                                .createdAt()
                                                .getEpochSecond()
                                        / 60,
                                Collectors.toSet())));
        var xp = new HashMap<Long, Long>();
        minutes.forEach((member, wrote) -> xp.put(
                member,
                wrote.stream()
                        .mapToLong(minute -> draw(Long.parseLong(guild), member, minute))
                        .sum()));
        return xp;
    }

    /** What leveling draws by default, said once more: 15 to 25 from guild, member and minute by SplitMix64's finalizer. */
    private static long draw(long guild, long member, long minute) {
        long gamma = 0x9E3779B97F4A7C15L;
        long hash = mix(guild + gamma);
        hash = mix(hash + member + gamma);
        hash = mix(hash + minute + gamma);
        return 15 + Math.unsignedMultiplyHigh(hash, 11);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
