package dev.warren.gateway.shards;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * One process among all that may have a shard.
 *
 * @param host the machine's or container's name
 * @param life drawn at the start, since a process id comes again
 */
record Owner(String host, long process, String life) {
    private static final String SEPARATOR = "|";

    /** This process. */
    static Owner self(String host, RandomGenerator random) {
        return new Owner(
                host.replace(SEPARATOR, "-"),
                ProcessHandle.current().pid(),
                HexFormat.of().toHexDigits(random.nextLong()));
    }

    /** Reads what another process wrote; what is none of ours is an owner as well. */
    static Owner read(byte[] text) {
        var parts = new String(text, StandardCharsets.UTF_8).split("\\|", 3);
        try {
            return parts.length == 3
                    ? new Owner(parts[0], Long.parseLong(parts[1]), parts[2])
                    : new Owner(parts[0], 0, "");
        } catch (NumberFormatException e) {
            return new Owner(parts[0], 0, "");
        }
    }

    /**
     * Whether it certainly runs no more: a process of the same machine that is not there, or one before in the same container, where each
     * has the same number.
     */
    boolean isGone(Owner self) {
        return host.equals(self.host)
                && process > 0
                && (process == self.process
                        || ProcessHandle.of(process)
                                .filter(ProcessHandle::isAlive)
                                .isEmpty());
    }

    /** As others may read it. */
    String shown() {
        return host + " (process " + process + ")";
    }

    @Override
    public String toString() {
        return host + SEPARATOR + process + SEPARATOR + life;
    }
}
