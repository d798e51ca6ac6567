package dev.warren.memory.community;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the options of a command: all of them are fine, or the first that is not is told. Used by one thread. */
public final class Form {
    private final Call<CommandInvoked> call;
    private final Map<String, String> fine = new HashMap<>();
    private Optional<Typed.Wrong> wrong = Optional.empty();

    public Form(Call<CommandInvoked> call) {
        this.call = call;
    }

    /** Reads an option, if it was given. */
    public Form read(String name, Function<String, Typed> check) {
        call.option(name).map(OptionValue::value).map(check).ifPresent(typed -> {
            switch (typed) {
                case Typed.Fine(var value) -> fine.put(name, value);
                case Typed.Wrong it -> wrong = wrong.or(() -> Optional.of(it));
            }
        });
        return this;
    }

    /** What was given for an option, or what stands there otherwise. */
    public String value(String name, String otherwise) {
        return fine.getOrDefault(name, otherwise);
    }

    public boolean isEmpty() {
        return fine.isEmpty();
    }

    /** Goes on when all is fine. */
    public Uni<Outcome> then(Supplier<Uni<Outcome>> next) {
        return wrong.map(it -> Community.now(it.refused())).orElseGet(next);
    }
}
