package dev.warren.embed.fetching;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Dns;

/**
 * The web as a test plays it: names stand for what the test says, and whatever address a socket is let connect to, it ends at one site of
 * this machine. Where it was let connect to is counted at the socket.
 */
final class PlayedWeb implements Dns {
    static final String PUBLIC = "93.184.215.14";

    private final int port;
    private final Map<String, List<String>> answers = new HashMap<>();
    private final List<InetSocketAddress> connected = new CopyOnWriteArrayList<>();
    private final List<String> looked = new CopyOnWriteArrayList<>();

    PlayedWeb(int port) {
        this.port = port;
    }

    /**
     * What a name stands for, answer after answer; the last one stays. An answer may be several addresses, with a comma between.
     */
    PlayedWeb name(String host, String... inTurn) {
        answers.put(host, new ArrayList<>(List.of(inTurn)));
        return this;
    }

    @Override
    public synchronized List<InetAddress> lookup(String hostname) throws UnknownHostException {
        looked.add(hostname);
        var inTurn = answers.getOrDefault(hostname, List.of(PUBLIC));
        var addresses = new ArrayList<InetAddress>();
        for (var address : (inTurn.size() > 1 ? inTurn.removeFirst() : inTurn.getFirst()).split(",")) {
            addresses.add(InetAddress.getByName(address));
        }
        return addresses;
    }

    /** Where an admitted address really lies. */
    InetSocketAddress wire(InetSocketAddress address) {
        connected.add(address);
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Connections to addresses that are not public. */
    List<InetSocketAddress> notPublic() {
        return connected.stream()
                .filter(address -> Networks.refusal(address.getAddress()).isPresent())
                .toList();
    }

    List<InetSocketAddress> connected() {
        return connected;
    }

    List<String> looked() {
        return looked;
    }

    /** A fetcher in this web. */
    GuardedFetcher fetcher(Guard guard, Map<String, String> settings) {
        return new GuardedFetcher(
                Settings.with(settings).fetching(),
                guard,
                this,
                this::wire,
                host -> Uni.createFrom().item(Duration.ZERO),
                InstantSource.system());
    }
}
