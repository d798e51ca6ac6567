package dev.warren.memory.reminders.phrases;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of both languages. No word means different things in them that its neighbours do not tell apart. */
final class Vocabulary {
    /** What may stand anywhere between parts. */
    static final Set<String> FILLERS = Set.of(
            "on", "the", "of", "den", "dem", "der", "des", "im", "o'clock", "und", "and", "starting", "ab", "from");
    /** Before a time of day. */
    static final Set<String> AT = Set.of("at", "around", "about", "um", "gegen");

    static final Set<String> NEXT = Set.of(
            "next", "nächste", "nächsten", "nächster", "nächstes", "kommende", "kommenden", "kommender", "kommendes");
    static final Set<String> THIS = Set.of("this", "diese", "diesen", "dieser", "dieses", "coming");
    static final Set<String> EACH = Set.of("every", "each", "jede", "jedem", "jeden", "jeder", "jedes", "alle");
    static final Set<String> SECOND_ONES = Set.of("other", "second", "zweite", "zweiten", "zweites", "zweiter");

    /** May begin a time inside a longer text; other words there are more likely just words. */
    static final Set<String> STARTERS = Set.of(
            "in",
            "at",
            "on",
            "um",
            "am",
            "im",
            "next",
            "every",
            "each",
            "today",
            "tonight",
            "tomorrow",
            "heute",
            "morgen",
            "übermorgen",
            "nächste",
            "nächsten",
            "nächstes",
            "kommenden",
            "jede",
            "jeden",
            "jedes",
            "alle",
            "täglich",
            "wöchentlich",
            "monatlich",
            "jährlich",
            "stündlich",
            "werktags",
            "daily",
            "weekly",
            "monthly",
            "yearly",
            "hourly",
            "gegen",
            "this",
            "diesen",
            "yesterday",
            "gestern");

    /** Before a time they make it a part of what is said: tickets for Monday. */
    static final Set<String> BINDING = Set.of("for", "für", "until", "bis", "by", "from", "von", "since", "seit");

    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        days("monday mon montag montags", DayOfWeek.MONDAY);
        days("tuesday tue tues dienstag dienstags", DayOfWeek.TUESDAY);
        days("wednesday wed mittwoch mittwochs", DayOfWeek.WEDNESDAY);
        days("thursday thu thur thurs donnerstag donnerstags", DayOfWeek.THURSDAY);
        days("friday fri freitag freitags", DayOfWeek.FRIDAY);
        days("saturday sat samstag samstags sonnabend sonnabends", DayOfWeek.SATURDAY);
        days("sunday sun sonntag sonntags", DayOfWeek.SUNDAY);
        months("january jan januar jänner", Month.JANUARY);
        months("february feb februar", Month.FEBRUARY);
        months("march mar märz", Month.MARCH);
        months("april apr", Month.APRIL);
        months("may mai", Month.MAY);
        months("june jun juni", Month.JUNE);
        months("july jul juli", Month.JULY);
        months("august aug", Month.AUGUST);
        months("september sep sept", Month.SEPTEMBER);
        months("october oct oktober okt", Month.OCTOBER);
        months("november nov", Month.NOVEMBER);
        months("december dec dezember dez", Month.DECEMBER);
        numbers(1, "a an one ein eine einen einem einer eins");
        var rows =
                "two zwei;three drei;four vier;five fünf;six sechs;seven sieben;eight acht;nine neun;ten zehn;eleven elf;"
                        + "twelve zwölf";
        int number = 2;
        for (var row : rows.split(";")) {
            numbers(number++, row);
        }
        numbers(15, "fifteen fünfzehn");
        numbers(20, "twenty zwanzig");
        numbers(30, "thirty dreißig");
        numbers(45, "fünfundvierzig");
        places(1, "first ersten erste erster");
        places(2, "second zweiten zweite");
        places(3, "third dritten dritte");
        places(4, "fourth vierten vierte");
        places(-1, "last letzten letzte letzter");
    }

    private Vocabulary() {}

    static Optional<DayOfWeek> weekday(String word) {
        return Optional.ofNullable(WEEKDAYS.get(word));
    }

    /** Whether the word says by itself that it comes each week: {@code montags}. */
    static boolean isWeekly(String word) {
        return word.endsWith("tags") || word.equals("mittwochs") || word.equals("sonnabends");
    }

    static Optional<Month> month(String word) {
        return Optional.ofNullable(MONTHS.get(word));
    }

    static Optional<Integer> number(String word) {
        return Optional.ofNullable(NUMBERS.get(word));
    }

    /** First to fourth, and -1 for the last. */
    static Optional<Integer> place(String word) {
        return Optional.ofNullable(PLACES.get(word));
    }

    private static void days(String words, DayOfWeek day) {
        for (var word : words.split(" ")) {
            WEEKDAYS.put(word, day);
        }
    }

    private static void months(String words, Month month) {
        for (var word : words.split(" ")) {
            MONTHS.put(word, month);
        }
    }

    private static void numbers(int number, String words) {
        for (var word : words.split(" ")) {
            NUMBERS.put(word, number);
        }
    }

    private static void places(int place, String words) {
        for (var word : words.split(" ")) {
            PLACES.put(word, place);
        }
    }
}
