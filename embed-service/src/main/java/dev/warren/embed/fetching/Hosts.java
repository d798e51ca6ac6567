package dev.warren.embed.fetching;

import io.netty.util.NetUtil;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the written form of a host says. A name that ends in a number is an IPv4 address to some readers and a name to others (WHATWG URL
 * standard, "ends in a number checker"): only the plain form is taken, so that nobody reads it otherwise.
 */
final class Hosts {
    /** As which this machine is written in tests. */
    static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final Pattern PLAIN =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.|$)){4}(?<!\\.)");
    /** Names that never stand for a public address: RFC 6761, RFC 6762, RFC 8375, and ICANN's reserved {@code internal}. */
    private static final List<String> LOCAL = List.of(
            "localhost", "local", "internal", "home.arpa", "lan", "intranet", "corp", "home", "onion", "invalid");

    private static final int IPV6_BYTES = 16;

    private Hosts() {}

    /** @param host in lower case, names of other scripts in Punycode, IPv6 without brackets */
    static Optional<String> refusal(String host) {
        if (host.indexOf(':') >= 0) {
            return address(host);
        }
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        var last = name.substring(name.lastIndexOf('.') + 1);
        if (NUMBER.matcher(last).matches()) {
            return PLAIN.matcher(host).matches() ? address(host) : Optional.of("host-form");
        }
        boolean local = name.indexOf('.') < 0
                || LOCAL.stream().anyMatch(zone -> name.equals(zone) || name.endsWith("." + zone));
        return local ? Optional.of("local-name") : Optional.empty();
    }

    private static Optional<String> address(String literal) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(literal);
        if (bytes == null) {
            return Optional.of("host-form");
        }
        return bytes.length == IPV6_BYTES ? Networks.refusalOfIpv6(bytes) : Networks.refusalOfIpv4(bytes);
    }
}
