package dev.warren.embed.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.embed.EmbedConfig;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Provider;
import dev.warren.embed.providers.Told;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BreakersTest {
    private static final URI LINK = URI.create("https://a.test/x");
    private static final URI ELSEWHERE = URI.create("https://b.test/x");

    private final Breakers breakers = new Breakers(
            new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withMapping(EmbedConfig.class)
                    .withDefaultValue("warren.embed.cache.breaker.of", "4")
                    .withDefaultValue("warren.embed.cache.breaker.rest", "200ms")
                    .build()
                    .getConfigMapping(EmbedConfig.class),
            new SimpleMeterRegistry());

    @Test
    void provider_inTrouble_restsEverywhereAndIsTriedAgain() {
        var site = new Named("site", Provider.Rank.SITE);

        ask(site, LINK, 2, new Told.Nothing("gone"));
        assertThat(ask(site, LINK, 2, new Told.Trouble("500"))).isEqualTo(2);

        assertThat(breakers.gate(LINK).mayAsk(site)).isFalse();
        assertThat(breakers.gate(ELSEWHERE).mayAsk(site)).isFalse();
        Awaitility.await().until(() -> breakers.gate(LINK).mayAsk(site));
        breakers.gate(LINK).told(site, new Told.Nothing("gone"));
        assertThat(breakers.gate(LINK).mayAsk(site)).isTrue();
    }

    @Test
    void provider_ofAnyPage_restsForTheHostInTroubleAlone() {
        var page = new Named("page", Provider.Rank.PAGE);

        ask(page, LINK, 4, new Told.Trouble("500"));

        assertThat(breakers.gate(LINK).mayAsk(page)).isFalse();
        assertThat(breakers.gate(ELSEWHERE).mayAsk(page)).isTrue();
    }

    private int ask(Provider provider, URI link, int times, Told told) {
        int asked = 0;
        for (int i = 0; i < times; i++) {
            var gate = breakers.gate(link);
            if (gate.mayAsk(provider)) {
                gate.told(provider, told);
                asked++;
            }
        }
        return asked;
    }

    private record Named(String id, Rank rank) implements Provider {
        @Override
        public boolean claims(URI link) {
            return true;
        }

        @Override
        public Uni<Told> tell(URI link, Fetcher fetcher) {
            return Uni.createFrom().item(new Told.Nothing("never asked"));
        }
    }
}
