package dev.warren.simulator.web;

import dev.warren.simulator.live.LiveSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the web client is given.
 *
 * @param panel address of an ES module, http or https, that shows more beside messages and on a page of its own
 * @param hints messages and commands to try first, at most 6; without any, the bot's first commands are named
 * @param live bounds of live updates
 */
public record WebOptions(Optional<URI> panel, List<String> hints, LiveSettings live) {
    public static final WebOptions DEFAULT = new WebOptions(Optional.empty(), List.of(), LiveSettings.DEFAULT);

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MAX_HINTS = 6;

    public WebOptions {
        hints = List.copyOf(hints);
        if (hints.size() > MAX_HINTS) {
            throw new IllegalArgumentException("hints must be at most " + MAX_HINTS + ": " + hints.size());
        }
        panel.ifPresent(address -> {
            if (address.getHost() == null || !SCHEMES.contains(address.getScheme())) {
                throw new IllegalArgumentException("panel must be an address with http or https: " + address);
            }
        });
    }

    public WebOptions withPanel(URI address) {
        return new WebOptions(Optional.of(address), hints, live);
    }

    public WebOptions withHints(List<String> texts) {
        return new WebOptions(panel, texts, live);
    }
}
