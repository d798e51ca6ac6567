package dev.warren.benchmarks.faults;

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
public final class Crowd {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration ASK_EVERY = Duration.ofMillis(250);
    private static final int PAGE = 1_000;

    private final SimulatorClient discord;
    private final Size size;
    private final String name;
    private final String guild;

    /**
     * How many write how much.
     *
     * @param messages in all
     * @param rate messages a second, of all together
     */
    public record Size(int messages, int rate, int channels, int members) {
        public Size {
            atLeastOne("messages", messages);
            atLeastOne("rate", rate);
            atLeastOne("channels", channels);
            atLeastOne("members", members);
            if (messages % rate != 0) {
                throw new IllegalArgumentException("messages must be a multiple of rate (" + rate + "): " + messages);
            }
        }

        private static void atLeastOne(String field, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(field + " must be at least 1: " + value);
            }
        }
    }

    private Crowd(SimulatorClient discord, String name, Size size) {
        this.discord = discord;
        this.name = name;
        this.size = size;
        this.guild = discord.put("/guilds", new JsonObject().put("guild", name)).getString("id");
    }

    /** Begins to write. */
    static Crowd writing(SimulatorClient discord, String name, Size size) {
        var crowd = new Crowd(discord, name, size);
        discord.post(
                "/load",
                new JsonObject()
                        .put("guild", name)
                        .put("messagesPerSecond", size.rate())
                        .put("seconds", size.messages() / size.rate())
                        .put("members", size.members())
                        .put("channels", size.channels()));
        return crowd;
    }

    /** The guild's id. */
    String guild() {
        return guild;
    }

    int written() {
        return discord.stats().getJsonObject("load").getInteger("sent");
    }

    /** Waits until so many messages are written. */
    void awaitWritten(int messages) {
        await("messages to be written").atMost(PATIENCE).pollInterval(ASK_EVERY).until(() -> written() >= messages);
    }

    void awaitEnd() {
        awaitWritten(size.messages());
    }

    /** Who wrote which message, as Discord has it; what the bot wrote is left out. */
    Map<String, String> messages() {
        var authors = new TreeMap<String, String>();
        for (int i = 1; i <= size.channels(); i++) {
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
    static Map<Long, Long> undisturbedXp(String guild, Map<String, String> messages) {
        var minutes = messages.entrySet().stream()
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
