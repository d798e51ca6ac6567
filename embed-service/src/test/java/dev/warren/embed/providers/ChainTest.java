package dev.warren.embed.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Told.Known;
import dev.warren.embed.providers.Told.Nothing;
import dev.warren.embed.providers.Told.Trouble;
import dev.warren.embed.sites.FakeFetcher;
import dev.warren.embed.sites.Sites;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is asked, in which order, and what comes of it. */
class ChainTest {
    private static final URI LINK = URI.create("https://meadow.example/1");
    private static final Known KNOWN = new Known(
            Sketch.of("Meadow", LINK, "page")
                    .titled(Optional.of("Clover"))
                    .preview()
                    .orElseThrow(),
            Optional.empty());

    private record Scripted(String id, Rank rank, Told told) implements Provider {
        @Override
        public boolean claims(URI link) {
            return true;
        }

        @Override
        public Uni<Told> tell(URI link, Fetcher fetcher) {
            return Uni.createFrom().item(told);
        }
    }

    private static Chain.Result tell(Gate gate, Provider... providers) {
        return new Chain(List.of(providers))
                .tell(LINK, new FakeFetcher(new Sites()), gate)
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    @Test
    void providers_inWhateverOrderTheyCome_areAskedByRankUntilOneKnows() {
        // Given
        var asked = new ArrayList<String>();
        var gate = new Gate() {
            @Override
            public boolean mayAsk(Provider provider) {
                return true;
            }

            @Override
            public void told(Provider provider, Told told) {
                asked.add(provider.id());
            }
        };
        // When
        var result = tell(
                gate,
                new Scripted("page", Provider.Rank.PAGE, KNOWN),
                new Scripted("oembed", Provider.Rank.OEMBED, KNOWN),
                new Scripted("site", Provider.Rank.SITE, new Trouble("timeout")));
        // Then
        assertThat(asked).containsExactly("site", "oembed");
        assertThat(result).isEqualTo(new Chain.Result("oembed", KNOWN));
    }

    @Test
    void nobody_whoKnows_givesTheTroubleRatherThanTheNothing() {
        var result = tell(
                Gate.OPEN,
                new Scripted("site", Provider.Rank.SITE, new Nothing("no-key")),
                new Scripted("oembed", Provider.Rank.OEMBED, new Trouble("status-503")),
                new Scripted("page", Provider.Rank.PAGE, new Nothing("gone")));

        assertThat(result).isEqualTo(new Chain.Result("oembed", new Trouble("status-503")));
    }

    @Test
    void provider_thatMayNotBeAsked_isLeftOut() {
        var gate = new Gate() {
            @Override
            public boolean mayAsk(Provider provider) {
                return false;
            }

            @Override
            public void told(Provider provider, Told told) {
                throw new AssertionError("nobody was to be asked: " + provider.id());
            }
        };

        var result = tell(gate, new Scripted("site", Provider.Rank.SITE, KNOWN));

        assertThat(result.told()).isEqualTo(new Nothing("nobody-asked"));
    }

    @Test
    void page_thatSeveralLookAt_isFetchedOnce() {
        // Given
        var sites = Chains.sites();
        // When
        Chains.of(Keys.NONE)
                .tell(URI.create("https://meadow.example/news/1"), new FakeFetcher(sites), Gate.OPEN)
                .await()
                .atMost(Duration.ofSeconds(5));
        // Then
        assertThat(sites.visits()).hasSize(1);
    }

    @Test
    void keeping_byCacheControl_isWhatTheSiteAllows() {
        assertThat(Keeping.of("public, max-age=600")).contains(Duration.ofMinutes(10));
        assertThat(Keeping.of("max-age=5, s-maxage=\"60\"")).contains(Duration.ofMinutes(1));
        assertThat(Keeping.of("no-store")).contains(Duration.ZERO);
        assertThat(Keeping.of("max-age=many")).isEmpty();
    }
}
