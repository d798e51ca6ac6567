package dev.warren.schemas.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Reads times as Warren writes them, {@code 2026-11-20T09:00:00.123456Z}, without a formatter, which took a tenth of what a service spends
 * on a dense record; whatever looks otherwise is read, or refused, as Jackson does it.
 */
final class InstantReader extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    private static final int TO_SECONDS = "2026-11-20T09:00:00".length();
    private static final int MOST_DIGITS = 9;
    private static final int SECONDS_OF_DAY = 86_400;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var usual = parser.hasToken(JsonToken.VALUE_STRING) ? read(parser.getText()) : Optional.<Instant>empty();
        return usual.isPresent() ? usual.get() : InstantDeserializer.INSTANT.deserialize(parser, context);
    }

    /** The time, if it is written in the usual way. */
    static Optional<Instant> read(String text) {
        int end = text.length() - 1;
        if (end < TO_SECONDS
                || text.charAt(end) != 'Z'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return Optional.empty();
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, TO_SECONDS);
        int nanos = end == TO_SECONDS ? 0 : nanos(text, end);
        boolean known = year >= 0
                && within(month, 1, 12)
                && within(hour, 0, 23)
                && within(minute, 0, 59)
                && within(second, 0, 59)
                && nanos >= 0
                && within(day, 1, YearMonth.of(year, month).lengthOfMonth());
        return known
                ? Optional.of(Instant.ofEpochSecond(
                        YearMonth.of(year, month).atDay(day).toEpochDay() * SECONDS_OF_DAY
                                + hour * 3_600L
                                + minute * 60L
                                + second,
                        nanos))
                : Optional.empty();
    }

    /** The fraction between the point and the Z; -1 when it is none. */
    private static int nanos(String text, int end) {
        int count = end - TO_SECONDS - 1;
        if (text.charAt(TO_SECONDS) != '.' || count < 1 || count > MOST_DIGITS) {
            return -1;
        }
        int nanos = digits(text, TO_SECONDS + 1, end);
        for (int i = count; i < MOST_DIGITS && nanos > 0; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static boolean within(int value, int least, int most) {
        return value >= least && value <= most;
    }

    /** The number that these characters make; -1 when one of them is no digit. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
