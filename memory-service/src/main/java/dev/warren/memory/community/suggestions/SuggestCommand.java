package dev.warren.memory.community.suggestions;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.CommunityConfig;
import dev.warren.memory.community.Form;
import dev.warren.memory.community.Texts;
import dev.warren.memory.community.Typed;
import dev.warren.memory.community.suggestions.Suggestion.Votes;
import dev.warren.memory.undo.Deed;
import dev.warren.memory.undo.Deeds;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /suggest make|list|set|remove}. */
@ApplicationScoped
class SuggestCommand implements CommandHandler {
    static final String NAME = "suggest";
    private static final String WHAT = "what";
    private static final String STATE = "state";
    private static final String SUGGESTION = "suggestion";
    private static final String NOTE = "note";

    private final CommunityConfig config;
    private final Suggestions suggestions;
    private final SuggestionPages pages;
    private final Deeds deeds;

    SuggestCommand(CommunityConfig config, Suggestions suggestions, SuggestionPages pages, Deeds deeds) {
        this.config = config;
        this.suggestions = suggestions;
        this.pages = pages;
        this.deeds = deeds;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(NAME, "What could be better here; others vote on it")
                .module(Community.MODULE)
                .in("de", "vorschlagen", "Was hier besser sein könnte; andere stimmen darüber ab")
                .in("es-ES", "sugerir", "Lo que podría mejorar aquí; otros votan")
                .subcommand(
                        "make",
                        "Suggests something",
                        AnswerKind.PUBLIC,
                        "suggest make A channel for birds",
                        option(WHAT, "What you suggest", OptionType.STRING)
                                .required()
                                .between(1, Suggestion.LONGEST)
                                .rest())
                .subcommand(
                        "list",
                        "Lists suggestions, the newest first",
                        AnswerKind.PUBLIC,
                        "suggest list open",
                        option(STATE, "Those that stand so; all by default", OptionType.STRING)
                                .choices(Standing.ids()))
                .subcommand(
                        Optional.empty(),
                        "set",
                        "Says what becomes of a suggestion",
                        AnswerKind.EPHEMERAL,
                        "suggest set 12 planned after the summer",
                        Permissions.of(Permission.MANAGE_GUILD),
                        which(),
                        option(STATE, "What becomes of it", OptionType.STRING)
                                .required()
                                .choices(Standing.ids()),
                        option(NOTE, "Why", OptionType.STRING)
                                .between(1, Suggestion.LONGEST_NOTE)
                                .rest())
                .subcommand(
                        "remove", "Removes a suggestion of yours", AnswerKind.EPHEMERAL, "suggest remove 12", which())
                .bare("make")
                .build();
    }

    private static Option which() {
        return option(SUGGESTION, "Which one, by its number", OptionType.STRING)
                .required()
                .completed();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return switch (call.payload().subcommand().orElse("make")) {
            case "make" -> {
                var form = new Form(call).read(WHAT, typed -> {
                    var read = Texts.paragraph(WHAT, typed, Suggestion.LONGEST);
                    return read instanceof Typed.Fine(var value) && value.isEmpty()
                            ? new Typed.Wrong(WHAT, "be a text that can be read", "nothing")
                            : read;
                });
                yield form.then(() -> make(call, tx, form.value(WHAT, "")));
            }
            case "set" -> set(call, tx);
            case "remove" -> with(call, tx, found -> remove(call, tx, found));
            default ->
                pages.page(
                                tx,
                                call.guild().orElseThrow(),
                                call.option(STATE).map(OptionValue::value).flatMap(Standing::of),
                                0)
                        .map(Outcome::message);
        };
    }

    private Uni<Outcome> make(Call<CommandInvoked> call, Mutiny.StatelessSession tx, String words) {
        var guild = call.guild().orElseThrow();
        var bounds = config.suggestions();
        return suggestions.countOf(tx, guild, call.member().id()).chain(own -> {
            if (own >= bounds.mostOfMember()) {
                return Community.refused(
                        "too-many",
                        "You have %,d suggestions here, which is the most that a member may have. `/suggest remove` makes room."
                                .formatted(own));
            }
            return suggestions
                    .count(tx, guild, Optional.empty())
                    .chain(all -> all >= bounds.mostOfGuild()
                            ? Community.refused(
                                    "too-many",
                                    "This server has %,d suggestions, which is the most that I keep.".formatted(all))
                            : add(call, tx, words));
        });
    }

    private Uni<Outcome> add(Call<CommandInvoked> call, Mutiny.StatelessSession tx, String words) {
        return suggestions
                .add(
                        tx,
                        new Suggestion(
                                0,
                                call.guild().orElseThrow(),
                                call.member().id(),
                                call.origin().channel(),
                                call.id().derive("answer"),
                                words,
                                Standing.OPEN,
                                "",
                                call.time(),
                                Optional.empty()))
                .call(added -> note(call, tx, added.removed(call.time()), added))
                .map(added -> Outcome.message(SuggestionTexts.post(added, Votes.NONE)));
    }

    private Uni<Outcome> set(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var form = new Form(call).read(NOTE, typed -> Texts.line(NOTE, typed, Suggestion.LONGEST_NOTE));
        var standing = Standing.of(call.required(STATE).value())
                .orElseThrow(() -> new IllegalStateException("state must be one of the choices"));
        return form.then(() -> with(call, tx, found -> {
            var changed = found.standing(standing, form.value(NOTE, ""));
            return changed.equals(found)
                    ? Community.refused("nothing-to-change", "It is so already; nothing has changed.")
                    : save(call, tx, found, changed, "suggestion-set")
                            .map(done -> Outcome.ephemeral(MessageBody.text(
                                            "It is " + standing.id() + " now: " + changed.name() + "."))
                                    .emitting(done.events().toArray(Outgoing<?>[]::new)));
        }));
    }

    private Uni<Outcome> remove(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Suggestion found) {
        boolean own = found.by().equals(call.member().id());
        if (!own && !Community.may(call.member(), Permission.MANAGE_MESSAGES)) {
            return Community.refused(
                    "not-yours",
                    "Only <@" + found.by() + "> and those who may manage messages can remove " + found.name() + ".");
        }
        return save(call, tx, found, found.removed(call.time()), "suggestion-removed")
                .map(done -> Outcome.ephemeral(
                                MessageBody.text("Removed: " + found.name() + ". `/undo` brings it back."))
                        .emitting(done.events().toArray(Outgoing<?>[]::new)));
    }

    /** Stores it, remembers the step, and brings the post up to date; gives an outcome with the events alone. */
    private Uni<Outcome> save(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, Suggestion was, Suggestion is, String action) {
        var audit = Community.audited(call, is.guild(), action, Long.toString(is.id()));
        boolean privileged =
                action.equals("suggestion-set") || !is.by().equals(call.member().id());
        return suggestions
                .save(tx, is)
                .chain(() -> note(call, tx, was, is))
                .chain(() -> suggestions.votes(tx, is.id()))
                .map(votes -> Outcome.silent().emitting(SuggestionTexts.edited(call, is, votes)))
                .map(done -> privileged ? done.emitting(audit) : done);
    }

    private Uni<Void> note(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Suggestion was, Suggestion is) {
        return deeds.note(
                tx,
                new Deed(
                        is.guild(),
                        call.member().id(),
                        is.by(),
                        SuggestionUndo.KIND,
                        Long.toString(is.id()),
                        is.name(),
                        was.state(),
                        is.state()),
                call.time());
    }

    private Uni<Outcome> with(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, Function<Suggestion, Uni<Outcome>> then) {
        var guild = call.guild().orElseThrow();
        return Community.number(call.required(SUGGESTION).value())
                .map(id -> suggestions.find(tx, guild, id))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(found -> found.filter(it -> it.removedAt().isEmpty())
                        .map(then)
                        .orElseGet(() -> Community.refused(
                                "unknown-suggestion",
                                "`" + SUGGESTION
                                        + "` must be the number of a suggestion here. `/suggest list` shows them.")));
    }
}
