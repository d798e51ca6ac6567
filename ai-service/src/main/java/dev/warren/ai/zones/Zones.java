package dev.warren.ai.zones;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Zones by the names people use: IANA's ({@code Europe/Berlin}) and the city in them ({@code berlin}), offsets ({@code UTC+2}), usual
 * abbreviations, and some countries and cities that the time zone database does not name.
 */
public final class Zones {
    private static final Pattern OFFSET = Pattern.compile("(?i)(?:utc|gmt)?\\s*([+-]\\d{1,2})(?::?(\\d{2}))?");
    private static final int MOST_OFFSET_HOURS = 18;

    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("nyc", "America/New_York"),
            Map.entry("washington", "America/New_York"),
            Map.entry("boston", "America/New_York"),
            Map.entry("miami", "America/New_York"),
            Map.entry("est", "America/New_York"),
            Map.entry("edt", "America/New_York"),
            Map.entry("eastern", "America/New_York"),
            Map.entry("cst", "America/Chicago"),
            Map.entry("cdt", "America/Chicago"),
            Map.entry("central", "America/Chicago"),
            Map.entry("dallas", "America/Chicago"),
            Map.entry("houston", "America/Chicago"),
            Map.entry("mst", "America/Denver"),
            Map.entry("mdt", "America/Denver"),
            Map.entry("mountain", "America/Denver"),
            Map.entry("pst", "America/Los_Angeles"),
            Map.entry("pdt", "America/Los_Angeles"),
            Map.entry("pacific", "America/Los_Angeles"),
            Map.entry("la", "America/Los_Angeles"),
            Map.entry("san francisco", "America/Los_Angeles"),
            Map.entry("seattle", "America/Los_Angeles"),
            Map.entry("california", "America/Los_Angeles"),
            Map.entry("las vegas", "America/Los_Angeles"),
            Map.entry("uk", "Europe/London"),
            Map.entry("england", "Europe/London"),
            Map.entry("bst", "Europe/London"),
            Map.entry("germany", "Europe/Berlin"),
            Map.entry("munich", "Europe/Berlin"),
            Map.entry("hamburg", "Europe/Berlin"),
            Map.entry("cet", "Europe/Berlin"),
            Map.entry("cest", "Europe/Berlin"),
            Map.entry("france", "Europe/Paris"),
            Map.entry("spain", "Europe/Madrid"),
            Map.entry("barcelona", "Europe/Madrid"),
            Map.entry("italy", "Europe/Rome"),
            Map.entry("milan", "Europe/Rome"),
            Map.entry("switzerland", "Europe/Zurich"),
            Map.entry("austria", "Europe/Vienna"),
            Map.entry("netherlands", "Europe/Amsterdam"),
            Map.entry("sweden", "Europe/Stockholm"),
            Map.entry("norway", "Europe/Oslo"),
            Map.entry("poland", "Europe/Warsaw"),
            Map.entry("ukraine", "Europe/Kyiv"),
            Map.entry("greece", "Europe/Athens"),
            Map.entry("ireland", "Europe/Dublin"),
            Map.entry("india", "Asia/Kolkata"),
            Map.entry("mumbai", "Asia/Kolkata"),
            Map.entry("delhi", "Asia/Kolkata"),
            Map.entry("new delhi", "Asia/Kolkata"),
            Map.entry("bangalore", "Asia/Kolkata"),
            Map.entry("ist", "Asia/Kolkata"),
            Map.entry("china", "Asia/Shanghai"),
            Map.entry("beijing", "Asia/Shanghai"),
            Map.entry("korea", "Asia/Seoul"),
            Map.entry("south korea", "Asia/Seoul"),
            Map.entry("jst", "Asia/Tokyo"),
            Map.entry("osaka", "Asia/Tokyo"),
            Map.entry("vietnam", "Asia/Ho_Chi_Minh"),
            Map.entry("philippines", "Asia/Manila"),
            Map.entry("indonesia", "Asia/Jakarta"),
            Map.entry("thailand", "Asia/Bangkok"),
            Map.entry("pakistan", "Asia/Karachi"),
            Map.entry("uae", "Asia/Dubai"),
            Map.entry("abu dhabi", "Asia/Dubai"),
            Map.entry("nigeria", "Africa/Lagos"),
            Map.entry("kenya", "Africa/Nairobi"),
            Map.entry("south africa", "Africa/Johannesburg"),
            Map.entry("cape town", "Africa/Johannesburg"),
            Map.entry("brazil", "America/Sao_Paulo"),
            Map.entry("rio", "America/Sao_Paulo"),
            Map.entry("rio de janeiro", "America/Sao_Paulo"),
            Map.entry("argentina", "America/Argentina/Buenos_Aires"),
            Map.entry("mexico", "America/Mexico_City"),
            Map.entry("colombia", "America/Bogota"),
            Map.entry("peru", "America/Lima"),
            Map.entry("australia", "Australia/Sydney"),
            Map.entry("new zealand", "Pacific/Auckland"),
            Map.entry("hawaii", "Pacific/Honolulu"));

    private static final Map<String, ZoneId> NAMED = named();

    private Zones() {}

    private static Map<String, ZoneId> named() {
        Map<String, ZoneId> names = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("SystemV/") && !id.startsWith("Etc/"))
                // of two cities of one name, the first by the alphabet
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.toMap(Zones::city, ZoneId::of, (_, later) -> later, TreeMap::new));
        ZoneId.getAvailableZoneIds().forEach(id -> names.put(plain(id), ZoneId.of(id)));
        ALSO.forEach((name, id) -> names.put(name, ZoneId.of(id)));
        return Map.copyOf(names);
    }

    private static String city(String id) {
        return plain(id.substring(id.lastIndexOf('/') + 1));
    }

    private static String plain(String name) {
        return name.replace('_', ' ').toLowerCase(Locale.ROOT).strip();
    }

    /** The zone of a name; none where nobody knows it. */
    public static Optional<ZoneId> find(String name) {
        var wanted = plain(name)
                .replaceFirst("^the\\s+", "")
                .replaceFirst("[?.!]+$", "")
                .strip();
        var known = NAMED.get(wanted);
        return known != null ? Optional.of(known) : offset(wanted);
    }

    private static Optional<ZoneId> offset(String name) {
        var found = OFFSET.matcher(name);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            int hours = Integer.parseInt(found.group(1));
            var minutes = Optional.ofNullable(found.group(2)).orElse("00");
            return Math.abs(hours) > MOST_OFFSET_HOURS
                    ? Optional.empty()
                    : Optional.of(ZoneId.of("UTC%+03d:%s".formatted(hours, minutes)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The names as people write them, for finding one in a sentence. */
    public static Collection<String> names() {
        return NAMED.keySet();
    }

    /** IANA's names of places that have these letters in them, those that begin with them first. */
    public static List<String> like(String typed, int most) {
        var wanted = plain(typed);
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .filter(id -> plain(id).contains(wanted))
                .sorted(Comparator.comparing((String id) -> !city(id).startsWith(wanted))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }
}
