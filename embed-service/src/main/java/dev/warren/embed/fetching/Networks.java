package dev.warren.embed.fetching;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses are not public. Source: IANA's special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its updates), read
 * strictly: of IPv6 only what is given out for global unicast (2000::/3) is public, and no address that carries one of IPv4, since it leads
 * where the one inside leads.
 */
final class Networks {
    private static final int IPV4_BYTES = 4;

    private static final List<Network> IPV4 = List.of(
            // metadata services: link-local ones, Alibaba's, Oracle's, and Azure's, whose address is a public one
            Network.of("metadata", "169.254.169.254", 32),
            Network.of("metadata", "169.254.170.2", 32),
            Network.of("metadata", "100.100.100.200", 32),
            Network.of("metadata", "192.0.0.192", 32),
            Network.of("metadata", "168.63.129.16", 32),
            Network.of("loopback", "127.0.0.0", 8),
            Network.of("link-local", "169.254.0.0", 16),
            Network.of("private", "10.0.0.0", 8),
            Network.of("private", "172.16.0.0", 12),
            Network.of("private", "192.168.0.0", 16),
            Network.of("cgnat", "100.64.0.0", 10),
            Network.of("multicast", "224.0.0.0", 4),
            Network.of("reserved", "0.0.0.0", 8),
            Network.of("reserved", "192.0.0.0", 24),
            Network.of("reserved", "192.0.2.0", 24),
            Network.of("reserved", "192.31.196.0", 24),
            Network.of("reserved", "192.52.193.0", 24),
            Network.of("reserved", "192.88.99.0", 24),
            Network.of("reserved", "192.175.48.0", 24),
            Network.of("reserved", "198.18.0.0", 15),
            Network.of("reserved", "198.51.100.0", 24),
            Network.of("reserved", "203.0.113.0", 24),
            Network.of("reserved", "240.0.0.0", 4));

    private static final List<Network> IPV6 = List.of(
            Network.of("metadata", "fd00:ec2::254", 128),
            Network.of("metadata", "fd20:ce::254", 128),
            Network.of("loopback", "::1", 128),
            Network.of("ipv4-inside", "::ffff:0:0", 96),
            Network.of("ipv4-inside", "::ffff:0:0:0", 96),
            Network.of("ipv4-inside", "64:ff9b::", 96),
            Network.of("ipv4-inside", "64:ff9b:1::", 48),
            Network.of("ipv4-inside", "2002::", 16),
            Network.of("ipv4-inside", "2001::", 32),
            Network.of("ipv4-inside", "::", 96),
            Network.of("link-local", "fe80::", 10),
            Network.of("private", "fec0::", 10),
            Network.of("private", "fc00::", 7),
            Network.of("multicast", "ff00::", 8),
            Network.of("reserved", "2001::", 23),
            Network.of("reserved", "2001:db8::", 32),
            Network.of("reserved", "2620:4f:8000::", 48),
            Network.of("reserved", "3fff::", 20));

    private static final Network GLOBAL_UNICAST = Network.of("public", "2000::", 3);

    private Networks() {}

    static Optional<String> refusal(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == IPV4_BYTES ? refusalOfIpv4(bytes) : refusalOfIpv6(bytes);
    }

    static Optional<String> refusalOfIpv4(byte[] address) {
        return first(IPV4, address);
    }

    static Optional<String> refusalOfIpv6(byte[] address) {
        // the interface identifier of ISATAP (RFC 5214) carries an IPv4 address in any network
        boolean isatap =
                (address[8] & 0xFD) == 0 && address[9] == 0 && address[10] == 0x5E && address[11] == (byte) 0xFE;
        return isatap
                ? Optional.of("ipv4-inside")
                : first(IPV6, address)
                        .or(() -> GLOBAL_UNICAST.contains(address) ? Optional.empty() : Optional.of("reserved"));
    }

    private static Optional<String> first(List<Network> networks, byte[] address) {
        return networks.stream()
                .filter(network -> network.contains(address))
                .map(Network::rule)
                .findFirst();
    }

    /** @param bits how many of the first bits belong to the network */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Network(String rule, byte[] first, int bits) {
        static Network of(String rule, String first, int bits) {
            byte[] bytes = NetUtil.createByteArrayFromIpAddressString(first);
            if (bytes == null) {
                throw new IllegalArgumentException("no address: " + first);
            }
            return new Network(rule, bytes, bits);
        }

        boolean contains(byte[] address) {
            int whole = bits / Byte.SIZE;
            int rest = bits % Byte.SIZE;
            return Arrays.equals(first, 0, whole, address, 0, whole)
                    && (rest == 0 || ((first[whole] ^ address[whole]) & 0xFF) >>> (Byte.SIZE - rest) == 0);
        }
    }
}
