package dev.warren.embed.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Repositories, issues, pull requests and releases. With a token by the REST API
 * (<a href="https://docs.github.com/en/rest/repos/repos#get-a-repository">repositories</a>,
 * <a href="https://docs.github.com/en/rest/issues/issues#get-an-issue">issues</a>, which pull requests are too,
 * <a href="https://docs.github.com/en/rest/releases/releases#get-a-release-by-tag-name">releases</a>); without one the page tells, since
 * the API allows a stranger 60 requests an hour.
 */
@ApplicationScoped
class GitHub implements Provider {
    private static final String SITE = "GitHub";
    private static final int INK = 0x24292F;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
    /** First parts of paths that are no owners. */
    private static final Set<String> PAGES = Set.of(
            "about",
            "apps",
            "collections",
            "customer-stories",
            "enterprise",
            "explore",
            "features",
            "issues",
            "login",
            "marketplace",
            "notifications",
            "orgs",
            "pricing",
            "pulls",
            "search",
            "settings",
            "sponsors",
            "topics",
            "trending",
            "users");

    private final Optional<String> token;

    GitHub(ProvidersConfig config) {
        this.token = config.githubToken();
    }

    private record Named(String kind, String path) {}

    private static Optional<Named> named(URI link) {
        var parts = Addresses.parts(link);
        boolean repository = List.of("github.com", "www.github.com").contains(Addresses.host(link))
                && parts.size() >= 2
                && !PAGES.contains(parts.getFirst())
                && parts.stream().limit(2).allMatch(part -> NAME.matcher(part).matches());
        if (!repository) {
            return Optional.empty();
        }
        var path = "repos/" + parts.get(0) + "/" + parts.get(1);
        if (parts.size() == 2) {
            return Optional.of(new Named("repository", path));
        }
        if (parts.size() == 5 && parts.get(2).equals("releases") && parts.get(3).equals("tag")) {
            return Optional.of(new Named("release", path + "/releases/tags/" + parts.get(4)));
        }
        boolean numbered = parts.size() >= 4 && NUMBER.matcher(parts.get(3)).matches();
        return switch (parts.get(2)) {
            case "issues" ->
                numbered ? Optional.of(new Named("issue", path + "/issues/" + parts.get(3))) : Optional.empty();
            case "pull" ->
                numbered ? Optional.of(new Named("pull request", path + "/issues/" + parts.get(3))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public String id() {
        return "github";
    }

    @Override
    public boolean claims(URI link) {
        return named(link).isPresent();
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        var named = named(link);
        if (token.isEmpty() || named.isEmpty()) {
            return Uni.createFrom().item(new Told.Nothing("no-key"));
        }
        var headers = Map.of(
                "authorization", "Bearer " + token.get(),
                "accept", "application/vnd.github+json",
                "x-github-api-version", "2022-11-28");
        return Inquiry.json(
                fetcher,
                URI.create("https://api.github.com/" + named.get().path()),
                headers,
                node -> Optional.of(read(node, link, named.get().kind())));
    }

    private static Sketch read(JsonNode node, URI link, String kind) {
        var by = kind.equals("repository") ? "owner" : kind.equals("release") ? "author" : "user";
        return Sketch.of(SITE, Json.address(node, "html_url").orElse(link), kind)
                .coloured(INK)
                .titled(Json.text(node, "full_name")
                        .or(() -> Json.text(node, "title"))
                        .or(() -> Json.text(node, "name"))
                        .or(() -> Json.text(node, "tag_name")))
                .saying(Json.text(node, "description").or(() -> Json.text(node, "body")))
                .by(Json.text(node, by, "login"), Json.address(node, by, "html_url"))
                .showing(Json.address(node, by, "avatar_url"))
                .since(Json.time(node, "published_at").or(() -> Json.time(node, "created_at")));
    }
}
