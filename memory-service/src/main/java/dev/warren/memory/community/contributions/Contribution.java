package dev.warren.memory.community.contributions;

import dev.warren.memory.community.Links;
import dev.warren.memory.community.Texts;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a member gave to a collection of a guild.
 *
 * @param id 0 until it is stored
 * @param title what it is, or how the creator is called there; 1 to 100 characters
 * @param about the description of a gallery item, at most 1,000 characters, or the platform of a creator link
 * @param removedAt when it was removed; it can come back for a while
 */
record Contribution(
        long id,
        GuildId guild,
        Collection collection,
        UserId by,
        String title,
        String url,
        String about,
        Instant madeAt,
        Optional<Instant> removedAt) {
    static final int LONGEST_TITLE = 100;
    static final int LONGEST_ABOUT = 1_000;

    private static final int NAMED = 60;

    Contribution {
        between("title", title, 1, LONGEST_TITLE);
        between("url", url, 1, Links.LONGEST);
        between("about", about, 0, LONGEST_ABOUT);
    }

    private static void between(String field, String value, int shortest, int longest) {
        if (value.length() < shortest || value.length() > longest) {
            throw new IllegalArgumentException(
                    field + " must have " + shortest + " to " + longest + " characters: " + value.length());
        }
    }

    /** What may change in it. */
    record Content(String title, String url, String about) {}

    Content content() {
        return new Content(title, url, about);
    }

    Contribution with(Content content) {
        return new Contribution(
                id, guild, collection, by, content.title(), content.url(), content.about(), madeAt, removedAt);
    }

    Contribution removed(Instant at) {
        return new Contribution(id, guild, collection, by, title, url, about, madeAt, Optional.of(at));
    }

    Contribution back() {
        return new Contribution(id, guild, collection, by, title, url, about, madeAt, Optional.empty());
    }

    /** As a deed remembers it; empty when it is removed. */
    Map<String, String> state() {
        return removedAt.isPresent() ? Map.of() : Map.of("title", title, "url", url, "about", about);
    }

    static Content content(Map<String, String> state) {
        return new Content(
                state.getOrDefault("title", ""), state.getOrDefault("url", ""), state.getOrDefault("about", ""));
    }

    /** How it is called in a sentence. */
    String name() {
        return "the " + collection.item() + " `" + id + "`, " + Texts.escaped(Texts.shortened(title, NAMED));
    }
}
