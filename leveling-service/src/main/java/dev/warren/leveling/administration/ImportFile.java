package dev.warren.leveling.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.leveling.standing.Shown;
import dev.warren.schemas.ids.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in a file of XP. Understood are Warren's own JSON (as {@code /xp export} writes it), MEE6's leaderboard
 * ({@code {"players": [{"id", "username", "xp"}]}}), a JSON array of such players, and CSV with a header that names {@code id} and
 * {@code xp}. It is taken whole or not at all.
 */
final class ImportFile {
    /** What a file comes to. */
    sealed interface Read {
        /** It is well. */
        record Members(List<Given> members) implements Read {
            public Members {
                members = List.copyOf(members);
            }
        }

        /**
         * It is not, and why.
         *
         * @param field such as {@code members[3].xp}
         * @param rule what must be, without the word "must"
         * @param value what stands there, cut short
         */
        record Wrong(String field, String rule, String value) implements Read {}
    }

    /** Stops the reading at the first thing that is wrong. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Read.Wrong wrong;

        Stop(String field, String rule, String value) {
            super(field);
            this.wrong = new Read.Wrong(field, rule, shortened(value));
        }
    }

    private static final int SHOWN = 40;

    private final int most;
    private final List<Given> members = new ArrayList<>();
    private final Set<Long> ids = new HashSet<>();

    private ImportFile(int most) {
        this.most = most;
    }

    /** @param most members that a file may have */
    static Read read(byte[] bytes, int most) {
        var file = new ImportFile(most);
        try {
            var text = text(bytes);
            var begin = text.stripLeading();
            if (begin.startsWith("{") || begin.startsWith("[")) {
                JsonMembers.read(text, file::add);
            } else {
                CsvMembers.read(text, file::add);
            }
            if (file.members.isEmpty()) {
                throw new Stop("file", "name at least one member", "none");
            }
            return new Read.Members(file.members);
        } catch (Stop stop) {
            return stop.wrong;
        }
    }

    private static String text(byte[] bytes) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            var shown = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (shown.isBlank() || shown.indexOf('\0') >= 0) {
                throw new Stop("file", "be JSON or CSV", shown.isBlank() ? "empty" : "binary data");
            }
            return shown;
        } catch (CharacterCodingException e) {
            throw new Stop("file", "be text in UTF-8", "other bytes");
        }
    }

    /** One member as the file has it. */
    @FunctionalInterface
    interface Sink {
        /** @param where such as {@code members[3]} or {@code line 4} */
        void add(String where, String id, Optional<String> name, String xp);
    }

    private void add(String where, String id, Optional<String> name, String xp) {
        if (!id.strip().matches("[1-9][0-9]{0,18}") || !fits(id.strip())) {
            throw new Stop(where + ".id", "be the id of a member", id);
        }
        long member = Long.parseLong(id.strip());
        if (!ids.add(member)) {
            throw new Stop(where + ".id", "stand in the file once", id);
        }
        if (members.size() == most) {
            throw new Stop("file", "have at most " + Shown.number(most) + " members", "more");
        }
        members.add(new Given(new UserId(member), name.filter(text -> !text.isBlank()), amount(where, xp.strip())));
    }

    private static boolean fits(String digits) {
        return digits.length() < 19 || digits.compareTo(Long.toString(Long.MAX_VALUE)) <= 0;
    }

    private static long amount(String where, String xp) {
        if (!xp.matches("[0-9]{1,18}") || Long.parseLong(xp) > Adjustments.MOST) {
            throw new Stop(where + ".xp", "be a whole number from 0 to " + Shown.number(Adjustments.MOST), xp);
        }
        return Long.parseLong(xp);
    }

    private static String shortened(String value) {
        var plain = value.replaceAll("[\\p{Cntrl}`]", " ").strip();
        return plain.codePointCount(0, plain.length()) <= SHOWN
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
