package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import java.net.URI;

/** Tells what a link shows. Those that claim a link are asked by their rank until one knows. */
public interface Provider {
    /** A short name for events, metrics and settings, such as {@code youtube}. */
    String id();

    /** Whether this one knows links of that form. It looks at the address alone. */
    boolean claims(URI link);

    /** Never fails: what goes wrong is an outcome. */
    Uni<Told> tell(URI link, Fetcher fetcher);

    /** When it is asked, compared with others that claim the same link. */
    default Rank rank() {
        return Rank.SITE;
    }

    /** The order in which providers are asked. */
    enum Rank {
        /** It knows one site. */
        SITE,
        /** It asks whatever endpoint a site names for oEmbed. */
        OEMBED,
        /** It reads the page itself. */
        PAGE
    }
}
