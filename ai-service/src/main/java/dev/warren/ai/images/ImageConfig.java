package dev.warren.ai.images;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings under {@code warren.ai.images.}. With no provider configured there are no pictures, and that is said. */
@ConfigMapping(prefix = "warren.ai.images")
public interface ImageConfig {
    /** Providers by a name of one's own. */
    Map<String, Provider> providers();

    /** In which order they are asked; those not named come after, by name. */
    Optional<List<String>> order();

    /** How often one provider is asked for one picture. */
    @WithDefault("2")
    @Min(1)
    @Max(5)
    int attempts();

    /** The longest pause that a provider may ask for before another is asked instead. */
    @WithDefault("5s")
    Duration longestPause();

    /** The pause before it is tried again, where the provider names none. */
    @WithDefault("500ms")
    Duration pause();

    /** For how long a provider that refused the key is left alone. */
    @WithDefault("10m")
    Duration rest();

    /** Bytes of the largest picture. */
    @WithDefault("8388608")
    @Min(65_536)
    @Max(26_214_400)
    int mostBytes();

    /** For how long a picture is kept for the same order in the same guild. */
    @WithDefault("30m")
    Duration kept();

    /** Pictures that are kept of one guild at most. */
    @WithDefault("20")
    @Min(0)
    @Max(500)
    int mostKept();

    /** One provider. */
    interface Provider {
        Protocol protocol();

        /** Without a slash at its end, such as {@code https://api.stability.ai}. */
        URI url();

        Optional<String> key();

        /** Pollinations' and Arta's name of what draws. */
        Optional<String> model();

        /** How long one picture may take. */
        @WithDefault("60s")
        Duration patience();

        /** How often a picture that is drawn later is asked after. */
        @WithDefault("1s")
        Duration look();
    }

    /** How one speaks to a provider. */
    enum Protocol {
        /** Stability's "Stable Image Core": a form, answered with the picture. */
        STABILITY,
        /** An address, answered with the picture. */
        POLLINATIONS,
        /** A form, answered with a record to ask after until it names the picture's address. */
        ARTA
    }
}
