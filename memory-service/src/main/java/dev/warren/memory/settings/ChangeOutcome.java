package dev.warren.memory.settings;

import java.util.List;

/** What came of a wish to change settings. */
sealed interface ChangeOutcome {
    /** A new version holds from its time. */
    record Changed(SettingsVersion version) implements ChangeOutcome {}

    /** Everything was as wished already. */
    record AlreadySo() implements ChangeOutcome {}

    /** Nothing was changed, and why: a sentence for each wrong value. */
    record Refused(List<String> why) implements ChangeOutcome {
        public Refused {
            why = List.copyOf(why);
        }
    }
}
