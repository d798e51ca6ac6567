package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import java.net.URI;

/** Tells what a link shows. Those that claim a link are asked in their order until one knows. */
public interface Provider {
    /** A short name for events, metrics and settings, such as {@code youtube}. */
    String id();

    /** Whether this one knows links of that form. It looks at the address alone. */
    boolean claims(URI link);

    /** Never fails: what goes wrong is an outcome. */
    Uni<Told> tell(URI link, Fetcher fetcher);
}
