package dev.warren.gateway;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which shards a process is to have.
 *
 * @param ids in order, each from 0 to {@code count - 1}
 * @param count how many there are in all
 */
public record OwnShards(List<Integer> ids, int count) {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,7})(?:-(\\d{1,7}))?");
    private static final Pattern ORDINAL = Pattern.compile(".*-(\\d{1,7})");
    private static final String SETTING = "warren.gateway.shard.ids";

    public OwnShards {
        ids = List.copyOf(ids);
        if (ids.isEmpty()) {
            throw new ConfigurationException(SETTING + " must name at least one shard: none");
        }
        for (int id : ids) {
            if (id < 0 || id >= count) {
                throw new ConfigurationException(SETTING + " must be from 0 to " + (count - 1) + ", one less than"
                        + " warren.gateway.shard.count: " + id);
            }
        }
    }

    /**
     * As the settings and this machine's name say.
     *
     * @throws ConfigurationException when they say nothing that makes sense
     */
    public static OwnShards of(GatewayConfig.Shard shard) {
        return of(shard, hostName());
    }

    static OwnShards of(GatewayConfig.Shard shard, String hostName) {
        int count = shard.count();
        return new OwnShards(
                shard.ids()
                        .map(OwnShards::read)
                        .orElseGet(() -> count == 1 ? List.of(0) : byOrdinal(hostName, shard.perProcess())),
                count);
    }

    /** Whether this process is to have the shard. */
    public boolean has(int shard) {
        return ids.contains(shard);
    }

    private static List<Integer> read(String text) {
        var ids = new TreeSet<Integer>();
        for (var part : text.split(",", -1)) {
            var range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                throw new ConfigurationException(SETTING + " must be numbers and ranges, such as 0,2 or 0-3: " + text);
            }
            int first = Integer.parseInt(range.group(1));
            int last =
                    Optional.ofNullable(range.group(2)).map(Integer::parseInt).orElse(first);
            if (last < first) {
                throw new ConfigurationException(SETTING + " must have ranges that go up, such as 0-3: " + text);
            }
            IntStream.rangeClosed(first, last).forEach(ids::add);
        }
        return List.copyOf(ids);
    }

    private static List<Integer> byOrdinal(String hostName, int perProcess) {
        var ordinal = ORDINAL.matcher(hostName);
        if (!ordinal.matches()) {
            throw new ConfigurationException(SETTING
                    + " must be set when warren.gateway.shard.count is over 1 and the host name ends in no number: "
                    + hostName);
        }
        int first = Integer.parseInt(ordinal.group(1)) * perProcess;
        return IntStream.range(first, first + perProcess).boxed().toList();
    }

    /** What containers and StatefulSets set, else what the machine says. */
    public static String hostName() {
        var set = System.getenv("HOSTNAME");
        if (set != null && !set.isBlank()) {
            return set;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
