package dev.warren.embed.providers;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Keys for the sites' own interfaces, under {@code warren.embed.providers.}. All may be missing; each is a secret. */
@ConfigMapping(prefix = "warren.embed.providers")
public interface ProvidersConfig {
    /** Key of the YouTube Data API v3. */
    Optional<String> youtubeKey();

    /** The application at Twitch; needed together with the token. */
    Optional<String> twitchClientId();

    /** An app access token of that application. Twitch lets it live for about 60 days. */
    Optional<String> twitchToken();

    /** App-only bearer token of the X API v2. */
    Optional<String> xToken();

    /** App access token of Meta, with oEmbed Read, for Instagram. */
    Optional<String> instagramToken();

    /** App access token for Threads. */
    Optional<String> threadsToken();

    /** Token for GitHub's REST API; it needs no permission. */
    Optional<String> githubToken();
}
