package dev.warren.memory.community;

import dev.warren.runtime.commands.Outcome;

/** What somebody typed, after the check. */
public sealed interface Typed {
    /** It may stand there, in this form. */
    record Fine(String value) implements Typed {}

    /**
     * It may not.
     *
     * @param field what it was typed for, as members see it
     * @param rule goes on from "must"
     * @param value what it was, or how much
     */
    record Wrong(String field, String rule, String value) implements Typed {
        private static final int SHOWN = 60;

        /** What the member is told. */
        public Outcome refused() {
            var line = value.replace('`', '\'').replace('\n', ' ');
            var shown = line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
            return Outcome.refused(
                    "wrong-" + field, "`%s` must %s, not `%s`. Nothing was changed.".formatted(field, rule, shown));
        }
    }
}
