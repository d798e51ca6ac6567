package dev.warren.gateway.commands;

import dev.warren.gateway.commands.Arguments.Misfit;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes the one record that every way of calling a command gives, once members that were named are found. */
@ApplicationScoped
class Invocations {
    private final MemberLookup lookup;

    Invocations(MemberLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Who called what, before the arguments.
     *
     * @param prefix that stands before a command there, for explanations
     */
    record Asked(
            Origin origin, KnownCommand command, Optional<Subcommand> subcommand, Via via, Instant at, String prefix) {}

    /** Completes at once when nobody has to be looked up. */
    CompletionStage<Verdict> complete(Asked asked, Map<String, Read> values) {
        var found = new HashMap<String, OptionValue>();
        CompletionStage<Optional<Verdict>> trouble = CompletableFuture.completedFuture(Optional.empty());
        for (var entry : values.entrySet()) {
            trouble = trouble.thenCompose(before -> before.isPresent()
                    ? CompletableFuture.completedFuture(before)
                    : resolve(asked, entry.getKey(), entry.getValue(), found));
        }
        return trouble.thenApply(refusal -> refusal.orElseGet(() -> new Verdict.Invoke(invoked(asked, found))));
    }

    private CompletionStage<Optional<Verdict>> resolve(
            Asked asked, String option, Read read, Map<String, OptionValue> found) {
        return switch (read) {
            case Read.Value(var value) -> {
                found.put(option, value);
                yield CompletableFuture.completedFuture(Optional.empty());
            }
            case Read.Wrong(var why, var _) ->
                CompletableFuture.completedFuture(Optional.of(misfit(asked, option, why)));
            case Read.LookUp(var name) ->
                lookup.find(asked.origin().guild(), name).thenApply(member -> {
                    if (member.isEmpty()) {
                        return Optional.of(misfit(
                                asked,
                                option,
                                "must be a member whom I can find in this server" + OptionReader.not(name)));
                    }
                    var type = describe(asked, option).map(OptionDescription::type);
                    type.ifPresent(is -> found.put(
                            option, new OptionValue(is, member.get().id().toString(), member)));
                    return Optional.<Verdict>empty();
                });
        };
    }

    private static Verdict misfit(Asked asked, String option, String why) {
        var example =
                asked.command().form(asked.subcommand()).map(Form::example).orElse("");
        return Explanations.misfit(asked.command(), new Misfit(describe(asked, option), why), asked.prefix(), example);
    }

    private static Optional<OptionDescription> describe(Asked asked, String option) {
        return asked.command().form(asked.subcommand()).stream()
                .flatMap(form -> form.options().stream())
                .filter(described -> described.name().equals(option))
                .findFirst();
    }

    private static CommandInvoked invoked(Asked asked, Map<String, OptionValue> options) {
        return new CommandInvoked(
                asked.origin(),
                asked.command().service(),
                asked.command().name(),
                asked.subcommand().map(Subcommand::path),
                asked.via(),
                options,
                Optional.empty(),
                asked.at(),
                false);
    }
}
