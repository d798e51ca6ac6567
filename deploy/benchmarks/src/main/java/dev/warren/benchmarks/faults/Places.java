package dev.warren.benchmarks.faults;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Channels of a guild of the local Discord, for a purpose of their own.
 *
 * @param names in the order of {@code ids}
 */
record Places(String guild, List<String> names, List<ChannelId> ids) {
    /** Makes them, or finds them again. */
    static Places of(SimulatorClient discord, String guild, String purpose, int count) {
        var names = IntStream.range(0, count).mapToObj(i -> purpose + "-" + i).toList();
        var ids = names.stream()
                .map(name -> ChannelId.of(discord.put(
                                "/channels",
                                new JsonObject().put("guild", guild).put("channel", name))
                        .getString("id")))
                .toList();
        return new Places(guild, names, ids);
    }
}
