package dev.warren.embed.fetching;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves names, and refuses one that stands for any address that is not public. The socket asks again; this spares the connections to
 * the public ones among them.
 */
final class GuardedNames implements Dns {
    private final Guard guard;
    private final Dns names;

    GuardedNames(Guard guard, Dns names) {
        this.guard = guard;
        this.names = names;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        var addresses = names.lookup(hostname);
        for (var address : addresses) {
            var rule = guard.refusal(address);
            if (rule.isPresent()) {
                var refused = new UnknownHostException("not a public host");
                refused.initCause(new Forbidden(rule.get()));
                throw refused;
            }
        }
        return addresses;
    }
}
