package dev.warren.gateway.commands;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What a message was taken for. */
public sealed interface Reading {
    /** Something said, and nothing more. */
    Reading CONVERSATION = new Conversation();

    /** The command it was taken for; none for conversation. */
    Optional<String> command();

    /** Not meant as a command. */
    record Conversation() implements Reading {
        @Override
        public Optional<String> command() {
            return Optional.empty();
        }
    }

    /** No command, but close to one. */
    record NearMiss(Verdict.Refuse suggestion) implements Reading {
        @Override
        public Optional<String> command() {
            return Optional.empty();
        }
    }

    /**
     * A command; whether it can be run may take a look-up at Discord.
     *
     * @param name its own, not the alias that was written
     */
    record Meant(String name, CompletionStage<Verdict> verdict) implements Reading {
        @Override
        public Optional<String> command() {
            return Optional.of(name);
        }
    }
}
