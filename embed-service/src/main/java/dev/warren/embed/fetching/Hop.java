package dev.warren.embed.fetching;

import okhttp3.HttpUrl;

/** What came of asking one address. */
sealed interface Hop {
    record End(Fetched fetched) implements Hop {}

    record Onwards(HttpUrl next) implements Hop {}
}
