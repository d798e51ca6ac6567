package dev.warren.embed.providers;

import java.util.Optional;

/** Keys as they may be set, or not. */
public record Keys(Optional<String> all) implements ProvidersConfig {
    public static final Keys NONE = new Keys(Optional.empty());
    public static final Keys SET = new Keys(Optional.of("secret"));

    @Override
    public Optional<String> youtubeKey() {
        return all;
    }

    @Override
    public Optional<String> twitchClientId() {
        return all;
    }

    @Override
    public Optional<String> twitchToken() {
        return all;
    }

    @Override
    public Optional<String> xToken() {
        return all;
    }

    @Override
    public Optional<String> instagramToken() {
        return all;
    }

    @Override
    public Optional<String> threadsToken() {
        return all;
    }

    @Override
    public Optional<String> githubToken() {
        return all;
    }
}
