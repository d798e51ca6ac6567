package dev.warren.embed.fetching;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** Admits the public web: http and https on their own ports, at public addresses. */
final class PublicOnly implements Guard {
    private static final Set<Integer> PORTS = Set.of(80, 443);

    private final boolean admitsLoopback;

    /** @param admitsLoopback whether this very machine is admitted, on any port: for tests */
    PublicOnly(boolean admitsLoopback) {
        this.admitsLoopback = admitsLoopback;
    }

    @Override
    public Optional<String> refusal(HttpUrl address) {
        // on which port this machine is asked is judged where it is known to be this machine
        return PORTS.contains(address.port()) || admitsLoopback
                ? Hosts.refusal(address.host())
                        .filter(rule -> !(admitsLoopback && Hosts.LOOPBACK.contains(address.host())))
                : Optional.of("port");
    }

    @Override
    public Optional<String> refusal(InetAddress address) {
        return isAdmitted(address) ? Optional.empty() : Networks.refusal(address);
    }

    @Override
    public Optional<String> refusal(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return Optional.of("unresolved");
        }
        if (isAdmitted(address.getAddress())) {
            return Optional.empty();
        }
        return PORTS.contains(address.getPort()) ? refusal(address.getAddress()) : Optional.of("port");
    }

    private boolean isAdmitted(InetAddress address) {
        return admitsLoopback && address.isLoopbackAddress();
    }
}
