package dev.warren.eventviewer.chains;

import static dev.warren.eventviewer.chains.Wording.count;
import static dev.warren.eventviewer.chains.Wording.quoted;

import dev.warren.eventviewer.records.Names;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.FactEvent.DeletionFact;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.discord.MemberEvent;
import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.MessageEvent.MessageDeleted;
import dev.warren.schemas.discord.MessageEvent.MessageEdited;
import dev.warren.schemas.discord.MessageEvent.MessageUnfolded;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.discord.ReactionEvent;
import dev.warren.schemas.discord.ReactionEvent.ReactionAdded;
import dev.warren.schemas.discord.ReactionEvent.ReactionRemoved;
import dev.warren.schemas.discord.ReactionEvent.ReactionsCleared;
import dev.warren.schemas.discord.VoiceEvent;
import dev.warren.schemas.ids.ChannelId;

/** What happened at Discord, in plain words. */
final class Heard {
    private final Names names;

    Heard(Names names) {
        this.names = names;
    }

    Told message(MessageEvent event) {
        return switch (event) {
            case MessageCreated message ->
                Told.done((message.author().bot()
                                        ? "Discord showed the bot's message in "
                                        : message.author().displayName() + " wrote in ")
                                + channel(message.channel())
                                + (message.content().isBlank() ? "" : ": " + quoted(message.content())))
                        .at(message.createdAt());
            case MessageEdited edited ->
                Told.done("A message in " + channel(edited.channel()) + " was edited: " + quoted(edited.content()));
            case MessageDeleted deleted -> Told.done("A message in " + channel(deleted.channel()) + " was deleted");
            case MessageUnfolded unfolded ->
                Told.done("Discord shows " + count(unfolded.links().size(), "link") + " of a message in "
                        + channel(unfolded.channel()));
            case MessageEvent.Unknown(var type) -> future(type);
        };
    }

    Told fact(FactEvent event) {
        return switch (event) {
            case MessageFact fact ->
                Told.done("The fact of it, without its content: " + count(fact.length(), "character") + ", "
                        + count(fact.words(), "word")
                        + (fact.attachments() == 0 ? "" : ", " + count(fact.attachments(), "file")));
            case DeletionFact _ -> Told.done("The fact that it was deleted");
            case FactEvent.Unknown(var type) -> future(type);
        };
    }

    Told interaction(InteractionEvent event) {
        return switch (event) {
            case CommandInvoked command -> command(command);
            case ComponentUsed used ->
                Told.underway(who(used.origin())
                        + (used.values().isEmpty() ? " pressed a button" : " chose " + String.join(", ", used.values()))
                        + " (" + used.customId() + ")");
            case ModalSubmitted form ->
                Told.underway(who(form.origin()) + " sent a form with "
                        + count(form.fields().size(), "field"));
            case AutocompleteRequested wanted ->
                Told.underway(who(wanted.origin()) + " is typing " + quoted(wanted.typed()) + " into "
                        + wanted.focused() + " of /" + wanted.command());
            case InteractionEvent.Unknown(var type) -> future(type);
        };
    }

    private static Told command(CommandInvoked command) {
        var name = "/" + command.command()
                + command.subcommand().map(sub -> " " + sub).orElse("");
        var service = Wording.serviceOf(command.service());
        return switch (command.via()) {
            case SLASH, CONTEXT_MENU ->
                Told.underway(who(command.origin()) + " used " + name + ", a command of " + service);
            case PREFIX, MENTION -> Told.underway("The message is the command " + name + " of " + service);
        };
    }

    Told member(MemberEvent event) {
        return switch (event) {
            case MemberEvent.MemberJoined joined ->
                Told.done(joined.member().displayName() + " joined " + names.orId(joined.guild()));
            case MemberEvent.MemberLeft left -> Told.done(left.name() + " left " + names.orId(left.guild()));
            case MemberEvent.MemberUpdated updated ->
                Told.done(updated.member().displayName() + " changed: roles, name, avatar or timeout");
            case MemberEvent.Unknown(var type) -> future(type);
        };
    }

    Told reaction(ReactionEvent event) {
        return switch (event) {
            case ReactionAdded added -> Told.done(names.orId(added.user()) + " reacted with " + added.emoji());
            case ReactionRemoved removed ->
                Told.done(names.orId(removed.user()) + " took back the reaction " + removed.emoji());
            case ReactionsCleared _ -> Told.done("Reactions of a message were cleared");
            case ReactionEvent.Unknown(var type) -> future(type);
        };
    }

    Told voice(VoiceEvent event) {
        return switch (event) {
            case VoiceEvent.VoiceStateChanged state ->
                Told.done(names.orId(state.user())
                        + state.channel()
                                .map(channel -> " is in the voice channel " + channel(channel))
                                .orElse(" left the voice channel"));
            case VoiceEvent.Unknown(var type) -> future(type);
        };
    }

    Told guild(GuildEvent event) {
        return switch (event) {
            case GuildEvent.GuildKnown known -> Told.done("The guild " + known.name() + " as it is now");
            case GuildEvent.GuildLeft left -> Told.done("The bot is no longer in " + names.orId(left.guild()));
            case GuildEvent.ChannelKnown known -> Told.done("The channel #" + known.name() + " as it is now");
            case GuildEvent.ChannelRemoved removed -> Told.done("The channel " + channel(removed.channel()) + " went");
            case GuildEvent.RoleKnown known -> Told.done("The role " + known.name() + " as it is now");
            case GuildEvent.RoleRemoved removed -> Told.done("The role " + removed.role() + " went");
            case GuildEvent.Unknown(var type) -> future(type);
        };
    }

    private static String who(Origin origin) {
        return origin.member().displayName();
    }

    private String channel(ChannelId channel) {
        return names.of(channel).map(name -> "#" + name).orElse("channel " + channel);
    }

    private static Told future(String type) {
        return Told.done("Something that this viewer does not know yet: " + type);
    }
}
