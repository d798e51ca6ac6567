package dev.warren.embed.feeds;

import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.MessageBody.Pings;
import dev.warren.schemas.ids.RoleId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is posted of an item: the guild's words, with what the source says in their places. */
final class Announcement {
    static final int LONGEST_TEMPLATE = 500;
    static final Set<String> PLACES = Set.of("title", "link", "author", "feed");
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]{1,20})}");
    private static final int LONGEST = 2_000;

    private Announcement() {}

    /** Those of the places in a template that there are not. */
    static List<String> unknownPlaces(String template) {
        return PLACE.matcher(template)
                .results()
                .map(place -> place.group(1))
                .filter(name -> !PLACES.contains(name))
                .distinct()
                .toList();
    }

    /** Only the role that was set is pinged, whatever stands in the texts. */
    static MessageBody body(
            String template,
            String feed,
            String title,
            Optional<String> link,
            Optional<String> author,
            Optional<RoleId> role) {
        var said = PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group(1)) {
                            case "title" -> Line.defused(title);
                            case "link" -> link.orElse("");
                            case "author" -> Line.defused(author.orElse(feed));
                            case "feed" -> Line.defused(feed);
                            default -> place.group();
                        }))
                .strip();
        var text = role.map(id -> "<@&" + id + "> ").orElse("") + said;
        var cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        return MessageBody.text(cut)
                .pinging(role.map(id -> new Pings(List.of(), List.of(id), false, false))
                        .orElse(Pings.NOBODY));
    }
}
