package dev.warren.leveling.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** What a leaderboard counts. Weeks begin on Monday; weeks and months are those of UTC. */
public enum Board {
    ALL_TIME("all-time", 0),
    MONTH("month", 2),
    WEEK("week", 1),
    /** What full minutes in voice channels gave, of all time. */
    VOICE("voice", 3);

    private static final int DAYS = 7;
    /** The first day of 1970 was a Thursday. */
    private static final int SINCE_MONDAY = 3;

    private final String word;
    private final int number;

    Board(String word, int number) {
        this.word = word;
        this.number = number;
    }

    /** As members write it. */
    public String word() {
        return word;
    }

    /** None for a word that is no board. */
    public static Optional<Board> of(String word) {
        return Arrays.stream(values()).filter(board -> board.word.equals(word)).findFirst();
    }

    /** How the table has it. */
    int number() {
        return number;
    }

    /** The period that a moment lies in, as the table has it. */
    int period(Instant moment) {
        var day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return switch (this) {
            case ALL_TIME, VOICE -> 0;
            case WEEK -> (int) Math.floorDiv(day.toEpochDay() + SINCE_MONDAY, DAYS);
            case MONTH -> day.getYear() * 12 + day.getMonthValue() - 1;
        };
    }
}
