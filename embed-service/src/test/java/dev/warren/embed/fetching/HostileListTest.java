package dev.warren.embed.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.embed.fetching.FetchRequest.Want;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Links that lead inside, in all the ways that are known: none gets a connection to an address that is not public. Without the guard each
 * of them does, so that this can fail.
 */
class HostileListTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, String> QUICK = Map.of("warren.embed.fetching.timeout", "2s");

    /** Name and answers of a resolver that plays along: it reads numbers as the C library does. */
    private static final Map<String, String[]> NAMES = Map.ofEntries(
            answers("2130706433", "127.0.0.1"),
            answers("0x7f000001", "127.0.0.1"),
            answers("0x7f.1", "127.0.0.1"),
            answers("0177.0.0.1", "127.0.0.1"),
            answers("017700000001", "127.0.0.1"),
            answers("127.1", "127.0.0.1"),
            answers("127.0.0.1.", "127.0.0.1"),
            answers("localhost", "127.0.0.1"),
            answers("metadata.google.internal", "169.254.169.254"),
            answers("redis", "10.0.0.7"),
            answers("inside.test", "10.0.0.5"),
            answers("inside6.test", "fd12:3456::1"),
            answers("local6.test", "::1"),
            answers("shared.test", "100.64.0.9"),
            answers("azure.test", "168.63.129.16"),
            answers("mapped.test", "::ffff:10.0.0.5"),
            answers("nat64.test", "64:ff9b::a00:5"),
            answers("teredo.test", "2001:0:a00:5::1"),
            answers("sixtofour.test", "2002:a00:5::1"),
            answers("half.test", "192.168.0.3," + PlayedWeb.PUBLIC),
            answers("multicast.test", "224.0.0.251"),
            answers("rebinding.test", PlayedWeb.PUBLIC, "127.0.0.1"),
            answers("turning.test", PlayedWeb.PUBLIC, PlayedWeb.PUBLIC, "10.0.0.8"));

    private static final List<String> LINKS = List.of(
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://0x7f.1/",
            "http://127.1/",
            "http://10.1.2.3/",
            "http://172.16.0.1/",
            "http://192.168.1.1/",
            "http://169.254.169.254/latest/meta-data/",
            "http://100.100.100.200/",
            "http://[::1]/",
            "http://[::ffff:10.0.0.5]/",
            "http://[fd00:ec2::254]/",
            "http://[64:ff9b::a00:5]/",
            "http://[2002:a00:5::1]/",
            "http://[fe80::1]/",
            "http://１２７.０.０.１/",
            "http://localhost/",
            "http://metadata.google.internal/computeMetadata/v1/",
            "http://redis/",
            "http://inside.test/",
            "http://inside6.test/",
            "http://local6.test/",
            "http://shared.test/",
            "http://azure.test/",
            "http://mapped.test/",
            "http://nat64.test/",
            "http://teredo.test/",
            "http://sixtofour.test/",
            "http://half.test/",
            "http://multicast.test/",
            "http://open.test/to?to=http://127.0.0.1/",
            "http://open.test/to?to=http://169.254.169.254/latest/meta-data/",
            "http://open.test/to?to=//[::1]/",
            "http://open.test/to?to=http://inside.test/",
            "http://open.test/to?to=http://0x7f.1/",
            "http://open.test/to?to=http://open.test/to?to=http://10.0.0.1/",
            "http://rebinding.test/to?to=http://rebinding.test/",
            "http://turning.test/to?to=/to?to=/");

    /** To others these are this machine; what Java makes of them is its own. */
    private static final List<String> READ_OTHERWISE =
            List.of("http://0177.0.0.1/", "http://017700000001/", "http://127.0.0.1./", "http://010.0.0.1/");

    private HostileSite site;
    private PlayedWeb web;

    @BeforeEach
    void open() throws IOException {
        site = HostileSite.open();
        web = new PlayedWeb(site.port());
        NAMES.forEach((name, inTurn) -> web.name(name, inTurn));
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void list_fetched_connectsToNoAddressThatIsNotPublic() {
        try (var fetcher = web.fetcher(new PublicOnly(false), QUICK)) {
            for (var want : Want.values()) {
                for (var link :
                        Stream.concat(LINKS.stream(), READ_OTHERWISE.stream()).toList()) {
                    reset();
                    assertThat(get(fetcher, link, want)).as(link).isInstanceOf(Fetched.Refused.class);
                }
            }
        }
        assertThat(web.notPublic()).isEmpty();
        // those that begin at a public site were asked there
        assertThat(web.connected()).hasSizeGreaterThan(8);
    }

    @Test
    void list_fetchedWithoutTheGuard_connectsByEachOfItsLinks() {
        var harmless = new ArrayList<String>();
        try (var fetcher = web.fetcher(new Unguarded(), QUICK)) {
            for (var link : LINKS) {
                reset();
                int before = web.notPublic().size();
                get(fetcher, link, Want.HTML);
                if (web.notPublic().size() == before) {
                    harmless.add(link);
                }
            }
        }
        assertThat(harmless).isEmpty();
    }

    @Test
    void name_lookedUp_isConnectedToByThatVeryAnswer() {
        try (var fetcher = web.fetcher(new PublicOnly(false), QUICK)) {
            assertThat(get(fetcher, "http://rebinding.test/", Want.HTML)).isInstanceOf(Fetched.Answer.class);
        }

        assertThat(web.looked()).containsExactly("rebinding.test");
        assertThat(web.connected())
                .extracting(address -> address.getAddress().getHostAddress())
                .containsExactly(PlayedWeb.PUBLIC);
    }

    @Test
    void socket_whateverWasCheckedBefore_asksTheGuardItself() throws IOException {
        try (var socket = new GuardedSocket(new PublicOnly(false), web::wire)) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress("10.0.0.1", 80), 100))
                    .isInstanceOf(Forbidden.class)
                    .hasMessageContaining("private");
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(PlayedWeb.PUBLIC, 6379), 100))
                    .isInstanceOf(Forbidden.class)
                    .hasMessageContaining("port");
        }
        assertThat(web.connected()).isEmpty();
    }

    /** The answers come anew for each link. */
    private void reset() {
        NAMES.forEach((name, inTurn) -> web.name(name, inTurn));
    }

    private static Fetched get(GuardedFetcher fetcher, String link, Want want) {
        return fetcher.get(FetchRequest.of(URI.create(HttpUrl.get(link).toString()), want))
                .await()
                .atMost(PATIENCE);
    }

    private static Map.Entry<String, String[]> answers(String name, String... inTurn) {
        return Map.entry(name, inTurn);
    }

    private record Unguarded() implements Guard {
        @Override
        public Optional<String> refusal(HttpUrl address) {
            return Optional.empty();
        }

        @Override
        public Optional<String> refusal(InetAddress address) {
            return Optional.empty();
        }

        @Override
        public Optional<String> refusal(InetSocketAddress address) {
            return Optional.empty();
        }
    }
}
