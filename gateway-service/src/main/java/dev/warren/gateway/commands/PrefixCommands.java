package dev.warren.gateway.commands;

import dev.warren.gateway.commands.Arguments.Fitting;
import dev.warren.gateway.commands.Arguments.Misfit;
import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.identity.Identity;
import dev.warren.gateway.wire.Members;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import dev.warren.schemas.discord.Attachment;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Commands that are written: after the guild's prefix, or after a mention of the bot. After a mention only an exact command whose arguments
 * fit is one, because all else is talk.
 */
@ApplicationScoped
public class PrefixCommands {
    /** Discord's message types that members write: a plain message, an answer. */
    private static final int PLAIN = 0;

    private static final int REPLY = 19;

    private final CommandCatalogue catalogue;
    private final SettingsAt settings;
    private final CommandGate gate;
    private final GuildDirectory guilds;
    private final Identity identity;
    private final OptionReader reader;
    private final Invocations invocations;

    PrefixCommands(
            CommandCatalogue catalogue,
            SettingsAt settings,
            CommandGate gate,
            GuildDirectory guilds,
            Identity identity,
            OptionReader reader,
            Invocations invocations) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.gate = gate;
        this.guilds = guilds;
        this.identity = identity;
        this.reader = reader;
        this.invocations = invocations;
    }

    /** What the message was meant as. Messages of bots and webhooks never mean a command: do not ask for them. */
    public Reading read(WrittenMessage message) {
        if ((message.kind() != PLAIN && message.kind() != REPLY)
                || message.content().isEmpty()) {
            return Reading.CONVERSATION;
        }
        var content = message.content();
        var prefix = settings.at(message.guild(), message.createdAt()).prefix();
        if (content.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return written(message, content.substring(prefix.length()), prefix, Via.PREFIX);
        }
        int mention = lengthOfMention(content);
        return mention > 0 ? written(message, content.substring(mention), prefix, Via.MENTION) : Reading.CONVERSATION;
    }

    private int lengthOfMention(String content) {
        if (!content.startsWith("<@")) {
            return 0;
        }
        return identity.now()
                .map(bot -> {
                    var plain = "<@" + bot.user() + ">";
                    var withMark = "<@!" + bot.user() + ">";
                    return content.startsWith(plain)
                            ? plain.length()
                            : content.startsWith(withMark) ? withMark.length() : 0;
                })
                .orElse(0);
    }

    private Reading written(WrittenMessage message, String after, String prefix, Via via) {
        var rest = after.stripLeading();
        int end = endOfWord(rest);
        var word = rest.substring(0, end);
        if (word.isEmpty()) {
            return Reading.CONVERSATION;
        }
        var found = catalogue.index().findWritten(word);
        if (found.isEmpty()) {
            return via == Via.PREFIX ? nearMiss(message, word, prefix) : Reading.CONVERSATION;
        }
        return meant(
                new Attempt(message, found.get(), prefix, via),
                rest.substring(end).strip());
    }

    private Reading nearMiss(WrittenMessage message, String word, String prefix) {
        var held = settings.at(message.guild(), message.createdAt());
        return Nearness.nearest(word, catalogue.index().words())
                .flatMap(near -> catalogue.index().findWritten(near).map(command -> Map.entry(near, command)))
                .filter(near -> held.moduleOn(near.getValue().description().module()))
                .<Reading>map(near -> new Reading.NearMiss(new Verdict.Refuse(
                        "unknown-command",
                        "Did you mean `" + prefix + near.getKey() + "`?",
                        Map.of("suggested", near.getKey()))))
                .orElse(Reading.CONVERSATION);
    }

    /** One try to call one command. */
    private record Attempt(WrittenMessage message, KnownCommand command, String prefix, Via via) {
        Reading is(Verdict verdict) {
            return new Reading.Meant(command.name(), CompletableFuture.completedFuture(verdict));
        }
    }

    private Reading meant(Attempt attempt, String rest) {
        var message = attempt.message();
        var held = settings.at(message.guild(), message.createdAt());
        var command = attempt.command();
        var closed = gate.closed(command, message.guild());
        if (closed.isPresent()) {
            // Whatever is said would be posted, and that is what shall not be.
            return attempt.is(
                    new Verdict.Pass(closed.get().reason(), closed.get().details()));
        }
        if (message.guild().isPresent() && !held.moduleOn(command.description().module())) {
            return attempt.via() == Via.MENTION
                    ? Reading.CONVERSATION
                    : attempt.is(new Verdict.Pass(CommandGate.MODULE_OFF, Map.of("command", command.name())));
        }
        var path = new SubcommandPath(command, rest);
        if (path.isMissing()) {
            return attempt.via() == Via.MENTION
                    ? Reading.CONVERSATION
                    : attempt.is(Explanations.missingSubcommand(command, attempt.prefix()));
        }
        var form = command.form(path.subcommand());
        if (form.isEmpty()) {
            throw new IllegalStateException("a command must have a form: " + command.name());
        }
        var parsed = Arguments.parse(reader, form.get().options(), path.arguments(), around(message));
        return switch (parsed) {
            case Misfit misfit ->
                attempt.via() == Via.MENTION
                        ? Reading.CONVERSATION
                        : attempt.is(refusal(attempt, path.subcommand())
                                .orElseGet(() -> Explanations.misfit(
                                        command,
                                        misfit,
                                        attempt.prefix(),
                                        form.get().example())));
            case Fitting(var values) -> {
                boolean open = values.values().stream().anyMatch(Read.LookUp.class::isInstance);
                // Whether it is a command must be known before the message is published, and that cannot wait for
                // Discord.
                if (open && attempt.via() == Via.MENTION) {
                    yield Reading.CONVERSATION;
                }
                var refusal = refusal(attempt, path.subcommand());
                if (refusal.isPresent()) {
                    yield attempt.is(refusal.get());
                }
                var call = new Invocations.Asked(
                        message.origin(locale(message)),
                        command,
                        path.subcommand(),
                        attempt.via(),
                        message.createdAt(),
                        attempt.prefix());
                yield new Reading.Meant(command.name(), invocations.complete(call, values));
            }
        };
    }

    private Optional<Verdict.Refuse> refusal(Attempt attempt, Optional<Subcommand> subcommand) {
        var message = attempt.message();
        var shown = attempt.prefix()
                + attempt.command().name()
                + subcommand.map(sub -> " " + sub.path()).orElse("");
        return gate.refuse(
                new CommandGate.Caller(
                        attempt.command(),
                        subcommand,
                        shown,
                        message.guild(),
                        message.channel(),
                        message.author(),
                        botPermissions(message)),
                settings.at(message.guild(), message.createdAt()));
    }

    private Optional<Permissions> botPermissions(WrittenMessage message) {
        return message.guild()
                .flatMap(guild -> identity.now()
                        .flatMap(bot -> guilds.guild(guild)
                                .flatMap(known ->
                                        guilds.permissions(guild, message.channel(), bot.user(), known.botRoles()))));
    }

    private Optional<String> locale(WrittenMessage message) {
        return message.guild().flatMap(guilds::guild).flatMap(GuildKnown::locale);
    }

    private static Surroundings around(WrittenMessage message) {
        Map<UserId, Member> mentioned = new HashMap<>();
        for (var user : message.data().path("mentions")) {
            // Discord puts the guild's view of a mentioned user into the user.
            var member = user.get("member");
            var read = member == null ? Members.user(user) : Members.member(user, member, Optional.empty());
            mentioned.put(read.id(), read);
        }
        return new Surroundings(
                message.guild(),
                mentioned,
                message.attachments().stream().collect(Collectors.toMap(Attachment::id, Attachment::url)));
    }

    private static int endOfWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
