package dev.warren.leveling.welcome;

import dev.warren.leveling.standing.Shown;
import dev.warren.schemas.ids.UserId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills a text's placeholders in. What is filled in is not looked at again, so a name cannot bring placeholders of its own. */
record Greeting(UserId member, String name, String server, long count) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(member|name|server|count)}");
    private static final int LONGEST = 2_000;

    String fill(String text) {
        var filled = PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "member" -> "<@" + member + ">";
                            case "name" -> Shown.name(name);
                            case "server" -> Shown.name(server);
                            default -> Shown.number(count);
                        }));
        return filled.length() <= LONGEST ? filled : filled.substring(0, LONGEST - 1) + "…";
    }
}
