package dev.warren.eventviewer.chains;

import static dev.warren.eventviewer.chains.Wording.count;
import static dev.warren.eventviewer.chains.Wording.quoted;
import static dev.warren.eventviewer.chains.Wording.shown;

import dev.warren.eventviewer.records.Names;
import dev.warren.schemas.bot.ActionEvent;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerModal;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.AnswerEvent.EditAnswer;
import dev.warren.schemas.bot.ReplyEvent;

/** What services ask the gateway to do, in plain words. */
final class Said {
    private final Names names;

    Said(Names names) {
        this.names = names;
    }

    Told answer(String service, AnswerEvent event) {
        return switch (event) {
            case AnswerMessage answer ->
                Told.underway(service + " answers: " + shown(answer.body())
                        + (answer.ephemeral()
                                ? " (for " + answer.origin().member().displayName() + " alone)"
                                : ""));
            case AnswerUpdate update -> Told.underway(service + " changes the message: " + shown(update.body()));
            case AnswerModal modal -> Told.underway(service + " opens a form");
            case AnswerChoices choices ->
                Told.done(service + " offers " + count(choices.choices().size(), "completion"));
            case EditAnswer edit -> Told.underway(service + " changes its answer: " + shown(edit.body()));
            case AnswerEvent.Unknown(var type) -> Told.underway(service + " answers in a new way: " + type);
        };
    }

    Told reply(String service, ReplyEvent event) {
        return switch (event) {
            case ReplyEvent.PostMessage post -> Told.underway(service + " asks to post: " + shown(post.body()));
            case ReplyEvent.PostDirectMessage post ->
                Told.underway(service + " asks to write to " + names.orId(post.user()) + ": " + shown(post.body()));
            case ReplyEvent.OfferModal _ -> Told.underway(service + " offers a form, behind a button");
            case ReplyEvent.EditMessage edit -> Told.underway(service + " asks to edit: " + shown(edit.body()));
            case ReplyEvent.DeleteMessage _ -> Told.underway(service + " asks to delete a message");
            case ReplyEvent.SuppressEmbeds _ ->
                Told.underway(service + " asks to hide what Discord shows of a message's links");
            case ReplyEvent.AddReaction reaction -> Told.underway(service + " asks to react with " + reaction.emoji());
            case ReplyEvent.RemoveReaction reaction ->
                Told.underway(service + " asks to take back the reaction " + reaction.emoji());
            case ReplyEvent.StartTyping _ -> Told.done(service + " lets the bot type");
            case ReplyEvent.PostAs post ->
                Told.underway(service + " asks to post as " + quoted(post.name()) + ": " + shown(post.body()));
            case ReplyEvent.Unknown(var type) -> Told.underway(service + " asks for something new: " + type);
        };
    }

    Told action(String service, ActionEvent event) {
        return switch (event) {
            case ActionEvent.AddRole add -> asks(service, "give " + names.orId(add.user()) + " a role");
            case ActionEvent.RemoveRole remove -> asks(service, "take a role from " + names.orId(remove.user()));
            case ActionEvent.KickMember kick -> asks(service, "kick " + names.orId(kick.user()));
            case ActionEvent.BanMember ban -> asks(service, "ban " + names.orId(ban.user()));
            case ActionEvent.UnbanMember unban -> asks(service, "lift the ban of " + names.orId(unban.user()));
            case ActionEvent.TimeoutMember timeout ->
                asks(
                        service,
                        timeout.until()
                                .map(until -> "time " + names.orId(timeout.user()) + " out until " + until)
                                .orElse("end the timeout of " + names.orId(timeout.user())));
            case ActionEvent.PurgeMessages purge ->
                asks(service, "delete " + count(purge.messages().size(), "message"));
            case ActionEvent.SetSlowMode slow ->
                asks(service, "set slow mode to " + slow.interval().toSeconds() + " s");
            case ActionEvent.LockChannel lock -> asks(service, (lock.locked() ? "lock" : "unlock") + " a channel");
            case ActionEvent.FetchMember fetch -> asks(service, "look up " + names.orId(fetch.user()));
            case ActionEvent.FetchMessages fetch -> asks(service, "look up " + count(fetch.limit(), "message"));
            case ActionEvent.Unknown(var type) -> asks(service, "do something new: " + type);
        };
    }

    private static Told asks(String service, String what) {
        return Told.underway(service + " asks to " + what);
    }
}
