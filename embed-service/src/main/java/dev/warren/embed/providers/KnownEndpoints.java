package dev.warren.embed.providers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The endpoints that are known without looking at a page: {@code oembed-providers.json}, picked from oEmbed's public list. */
final class KnownEndpoints {
    private static final String LIST = "/oembed-providers.json";

    private final List<Endpoint> all;

    private KnownEndpoints(List<Endpoint> all) {
        this.all = all;
    }

    /**
     * One of them.
     *
     * @param hosts with whatever stands below them
     * @param path a pattern for the whole path
     */
    record Endpoint(String name, String endpoint, List<String> hosts, Pattern path) {
        boolean takes(URI link) {
            return Addresses.isOn(link, hosts.toArray(String[]::new))
                    && link.getRawPath() != null
                    && path.matcher(link.getRawPath()).matches();
        }
    }

    /** @throws IllegalStateException when the list is missing or wrong, which the build would have to be */
    static KnownEndpoints load() {
        try (var list = KnownEndpoints.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the list of endpoints is missing: " + LIST);
            }
            var lines = JsonMapper.builder().build().readTree(list);
            return new KnownEndpoints(lines.valueStream()
                    .map(line -> new Endpoint(
                            line.path("name").asText(),
                            line.path("endpoint").asText(),
                            line.path("hosts")
                                    .valueStream()
                                    .map(host -> host.asText())
                                    .toList(),
                            Pattern.compile(line.path("path").asText())))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Endpoint> of(URI link) {
        return all.stream().filter(endpoint -> endpoint.takes(link)).findFirst();
    }
}
