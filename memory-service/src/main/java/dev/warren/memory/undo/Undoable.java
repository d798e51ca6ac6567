package dev.warren.memory.undo;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes deeds of one kind back, and does them again. Implement it as a bean. */
public interface Undoable {
    /** The kind of its deeds. */
    String kind();

    /**
     * Puts what a deed was done to into another state, in the caller's transaction.
     *
     * @param expected how it must stand now; when it does not, nothing is done
     * @param wanted how it is to stand; empty for not being there
     */
    Uni<Put> put(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Deed deed,
            Map<String, String> expected,
            Map<String, String> wanted);

    /** What came of it. */
    sealed interface Put {
        /** @param events what it causes */
        record Done(List<Outgoing<?>> events) implements Put {
            public Done {
                events = List.copyOf(events);
            }
        }

        /** It is gone, or somebody else has changed it since. */
        record Changed() implements Put {}

        /**
         * It cannot be so any more.
         *
         * @param why goes on from the name of what it is about: {@code has begun already}
         */
        record Impossible(String why) implements Put {}
    }

    /** Done, without further events. */
    static Put done(Outgoing<?>... events) {
        return new Put.Done(List.of(events));
    }
}
