package dev.warren.memory.facts;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import java.util.Optional;

/** Whether a component is used by the member for whom it was made. */
final class Owned {
    private Owned() {}

    static boolean by(Call<?> call, CustomId id, int place) {
        return id.argument(place).equals(Optional.of(call.member().id().toString()));
    }

    static Outcome refusal() {
        return Outcome.refused("foreign-facts", "These are somebody else's. `/forget` shows yours.");
    }
}
