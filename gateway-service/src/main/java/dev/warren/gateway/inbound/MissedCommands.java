package dev.warren.gateway.inbound;

import dev.warren.gateway.commands.PrefixCommands;
import dev.warren.gateway.commands.Reading;
import dev.warren.gateway.commands.Verdict;
import dev.warren.gateway.commands.WrittenMessage;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.event.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Commands in messages that were read back. Discord's history tells no roles, so whether a member may use a command is not known: one
 * that is too old to run is published all the same, since its service only says that it was away; of a young one the member is asked for.
 */
@ApplicationScoped
class MissedCommands {
    /** Every bit: for whom nothing is refused. */
    private static final Permissions ANY = new Permissions(-1L);

    private final PrefixCommands commands;
    private final WrittenCommands written;
    private final AuthorLookup authors;
    private final Telling decisions;
    private final Duration maxAge;

    MissedCommands(
            PrefixCommands commands,
            WrittenCommands written,
            AuthorLookup authors,
            Telling decisions,
            RuntimeConfig config) {
        this.commands = commands;
        this.written = written;
        this.authors = authors;
        this.decisions = decisions;
        this.maxAge = config.commands().maxAge();
    }

    /** What it was meant as, whoever wrote it. */
    Reading read(WrittenMessage message) {
        return commands.read(by(message, with(message.author(), Optional.of(ANY))));
    }

    void follow(Arrival arrival, Event<MessageCreated> message, WrittenMessage meant, Reading reading) {
        if (!(reading instanceof Reading.Meant(var _, var verdict))) {
            return;
        }
        boolean old = Duration.between(meant.createdAt(), arrival.at()).compareTo(maxAge) > 0;
        arrival.emitLater(
                old
                        ? verdict.thenApply(found -> tooLate(arrival, message, meant, found))
                        : author(meant).thenCompose(author -> inTime(arrival, message, meant, author)));
    }

    /** What would have been refused or explained is no longer of use. */
    private List<Outgoing<?>> tooLate(
            Arrival arrival, Event<MessageCreated> message, WrittenMessage meant, Verdict found) {
        return found instanceof Verdict.Invoke(var command)
                ? written.events(arrival, message, meant, readBack(command, meant.author()))
                : List.of();
    }

    private CompletionStage<Optional<Member>> author(WrittenMessage meant) {
        return meant.guild()
                .map(guild ->
                        authors.find(guild, meant.channel(), meant.author().id()))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.of(meant.author())));
    }

    private CompletionStage<List<Outgoing<?>>> inTime(
            Arrival arrival, Event<MessageCreated> message, WrittenMessage meant, Optional<Member> author) {
        if (author.isEmpty()) {
            decisions.tell("author-not-found", List.of(message.correlationId()), Map.of());
            return CompletableFuture.completedFuture(List.of());
        }
        return commands.read(by(meant, author.get())) instanceof Reading.Meant(var _, var verdict)
                ? verdict.thenApply(found -> written.events(
                        arrival,
                        message,
                        meant,
                        found instanceof Verdict.Invoke(var command) ? readBack(command, author.get()) : found))
                : CompletableFuture.completedFuture(List.of());
    }

    private static WrittenMessage by(WrittenMessage message, Member author) {
        return new WrittenMessage(
                message.id(),
                message.guild(),
                message.channel(),
                author,
                message.kind(),
                message.createdAt(),
                message.content(),
                message.attachments(),
                message.data());
    }

    private static Member with(Member author, Optional<Permissions> permissions) {
        return new Member(
                author.id(),
                author.name(),
                author.displayName(),
                author.bot(),
                author.avatar(),
                author.roles(),
                permissions);
    }

    private static Verdict readBack(CommandInvoked command, Member author) {
        var origin = command.origin();
        return new Verdict.Invoke(new CommandInvoked(
                new Origin(
                        origin.interaction(),
                        origin.message(),
                        origin.guild(),
                        origin.channel(),
                        author,
                        origin.locale()),
                command.service(),
                command.command(),
                command.subcommand(),
                command.via(),
                command.options(),
                command.targetMessage(),
                command.invokedAt(),
                true));
    }
}
