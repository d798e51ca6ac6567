package dev.warren.ai.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code warren.ai.search.}. With none of the two services configured, searching is off and says so. */
@ConfigMapping(prefix = "warren.ai.search")
public interface SearchConfig {
    /** Where a SearXNG answers in JSON, such as {@code https://searx.example.org}; asked first. */
    Optional<URI> searxng();

    Google google();

    /** How long a service may take. */
    @WithDefault("5s")
    Duration patience();

    /** Bytes of the largest answer that is read. */
    @WithDefault("1048576")
    @Min(1024)
    @Max(16777216)
    int mostBytes();

    /** Results that are shown. */
    @WithDefault("5")
    @Min(1)
    @Max(10)
    int results();

    /** Google's Programmable Search, for which one needs a key and the id of an engine. */
    interface Google {
        @WithDefault("https://www.googleapis.com/customsearch/v1")
        URI url();

        Optional<String> key();

        Optional<String> engine();
    }
}
