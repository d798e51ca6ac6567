package dev.warren.embed.providers;

import java.net.URI;

/** Links as sites are asked about them. */
final class Links {
    private Links() {}

    /** Without query and fragment, which only tell how it was shared. */
    static URI plain(URI link) {
        var path = link.getRawPath() == null ? "" : link.getRawPath();
        return URI.create("https://" + Addresses.host(link) + path);
    }
}
