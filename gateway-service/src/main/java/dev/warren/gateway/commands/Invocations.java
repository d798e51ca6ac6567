package dev.warren.gateway.commands;

import dev.warren.gateway.commands.Arguments.Misfit;
import dev.warren.gateway.limits.LimitVerdict;
import dev.warren.gateway.limits.Use;
import dev.warren.gateway.limits.UseLimits;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.ids.EventId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes the one record that every way of calling a command gives, once members that were named are found. */
@ApplicationScoped
class Invocations {
    private final MemberLookup lookup;
    private final UseLimits limits;
    private final Duration maxAge;
    private final InstantSource clock;

    @Inject
    Invocations(MemberLookup lookup, UseLimits limits, RuntimeConfig config, InstantSource clock) {
        this(lookup, limits, config.commands().maxAge(), clock);
    }

    /** @param maxAge beyond which a command is not run, so that it counts for nothing */
    Invocations(MemberLookup lookup, UseLimits limits, Duration maxAge, InstantSource clock) {
        this.lookup = lookup;
        this.limits = limits;
        this.maxAge = maxAge;
        this.clock = clock;
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
        return trouble.thenCompose(refusal -> refusal.<CompletionStage<Verdict>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> limited(asked, invoked(asked, found))));
    }

    /** Counts the use, after everything else is found right, and refuses it when it is one too many. */
    CompletionStage<Verdict> limited(Asked asked, CommandInvoked invoked) {
        if (Duration.between(asked.at(), clock.instant()).compareTo(maxAge) > 0) {
            return CompletableFuture.completedFuture(new Verdict.Invoke(invoked));
        }
        var origin = asked.origin();
        var event = origin.interaction()
                .map(EventId::interaction)
                .or(() -> origin.message().map(EventId::command))
                .orElseThrow(() -> new IllegalStateException("a command must come from an interaction or a message"));
        var use = new Use(
                event,
                origin.guild(),
                origin.channel(),
                origin.member().id(),
                asked.command().name(),
                asked.command().description().cooldown(),
                asked.at());
        return limits.take(use).thenApply(verdict -> switch (verdict) {
            case LimitVerdict.Within _ -> new Verdict.Invoke(invoked);
            case LimitVerdict.Beyond(var limit, var wait) ->
                Explanations.tooMuch(asked.command(), limit, wait, asked.prefix());
        });
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
