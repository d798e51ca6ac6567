package dev.warren.gateway.commands;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers as people write them, in the digits of any script, with or without separators. */
final class Numbers {
    /** The greatest whole number that Discord passes on exactly: 2^53. */
    static final long GREATEST = 1L << 53;

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:[,.'’_ \u00a0\u202f]\\d{3})+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(?:[.,]\\d{1,30})?");
    private static final Pattern GROUPED_DECIMAL =
            Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3})+\\.\\d{1,30}|[+-]?\\d{1,3}(?:\\.\\d{3})+,\\d{1,30}");
    private static final Pattern AMOUNT = Pattern.compile("(.*\\d) ?(k|m|b|mio|mrd)?");
    /** One separator before three digits: thousands to one reader and a fraction to another. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[+-]?\\d{1,3}[.,]\\d{3}");

    private static final Map<String, Long> FACTORS =
            Map.of("k", 1_000L, "m", 1_000_000L, "mio", 1_000_000L, "b", 1_000_000_000L, "mrd", 1_000_000_000L);

    private Numbers() {}

    /** The same text with ASCII digits, signs and separators. */
    static String plain(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else {
                plain.appendCodePoint(
                        switch (c) {
                            case '−', '－' -> '-';
                            case '＋' -> '+';
                            case '٫', '．' -> '.';
                            case '٬', '，' -> ',';
                            default -> c;
                        });
            }
        });
        return plain.toString();
    }

    /** A whole number within ±2^53. */
    static OptionalLong whole(String text) {
        return whole(plain(text.strip()), GREATEST);
    }

    private static OptionalLong whole(String written, long greatest) {
        if (!WHOLE.matcher(written).matches() && !GROUPED.matcher(written).matches()) {
            return OptionalLong.empty();
        }
        var value = new BigDecimal(written.replaceAll("[^\\d+-]", ""));
        return value.abs().compareTo(BigDecimal.valueOf(greatest)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(value.longValueExact());
    }

    /** A decimal number; a comma before exactly three digits separates thousands, any other one the fraction. */
    static Optional<BigDecimal> decimal(String text) {
        var written = plain(text.strip());
        if (GROUPED_DECIMAL.matcher(written).matches()) {
            char point = written.charAt(Math.max(written.lastIndexOf('.'), written.lastIndexOf(',')));
            var ungrouped = written.replace(point == '.' ? "," : ".", "");
            return Optional.of(new BigDecimal(ungrouped.replace(',', '.')));
        }
        if (written.indexOf('.') < 0 && GROUPED.matcher(written).matches()) {
            return Optional.of(new BigDecimal(written.replaceAll("[^\\d+-]", "")));
        }
        return DECIMAL.matcher(written).matches()
                ? Optional.of(new BigDecimal(written.replace(',', '.')))
                : Optional.empty();
    }

    /**
     * Whole coins in decimal, or {@code all} or {@code half}. Without a unit a separator before three digits separates thousands, since
     * there are no parts of a coin; with one it may be a thousand times more or less, so it is no amount.
     */
    static Optional<String> amount(String text) {
        var written = plain(text.strip()).toLowerCase(Locale.ROOT);
        if (written.equals("all") || written.equals("half")) {
            return Optional.of(written);
        }
        var parts = AMOUNT.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var number = parts.group(1);
        if (parts.group(2) == null) {
            return coins(whole(number, Long.MAX_VALUE));
        }
        if (AMBIGUOUS.matcher(number).matches()) {
            return Optional.empty();
        }
        return decimal(number)
                .map(value -> value.multiply(BigDecimal.valueOf(FACTORS.getOrDefault(parts.group(2), 1L))))
                .filter(Numbers::isWhole)
                .flatMap(value -> coins(OptionalLong.of(value.longValue())));
    }

    private static Optional<String> coins(OptionalLong value) {
        return value.isPresent() && value.getAsLong() >= 0
                ? Optional.of(Long.toString(value.getAsLong()))
                : Optional.empty();
    }

    private static boolean isWhole(BigDecimal value) {
        return value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                && value.compareTo(value.setScale(0, RoundingMode.DOWN)) == 0;
    }
}
