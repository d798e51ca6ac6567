package dev.warren.memory.community.contributions;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.Form;
import dev.warren.memory.community.Links;
import dev.warren.memory.community.Texts;
import dev.warren.memory.community.contributions.Contribution.Content;
import dev.warren.memory.community.contributions.Contributions.Of;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /gallery add|list|show|edit|remove}. */
@ApplicationScoped
class GalleryCommand implements CommandHandler {
    private static final String TITLE = "title";
    private static final String URL = "url";
    private static final String DESCRIPTION = "description";
    private static final String MEMBER = "member";

    private final Shelf shelf;
    private final CollectionPages pages;

    GalleryCommand(Shelf shelf, CollectionPages pages) {
        this.shelf = shelf;
        this.pages = pages;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(Collection.GALLERY.command(), "What members of this server have made")
                .module(Community.MODULE)
                .in("de", "galerie", "Was Mitglieder dieses Servers gemacht haben")
                .in("es-ES", "galería", "Lo que los miembros de este servidor han hecho")
                .subcommand(
                        "add",
                        "Adds something that you made",
                        AnswerKind.PUBLIC,
                        "gallery add Sunset https://example.com/sunset.png Warm colours",
                        text(TITLE, "How it is called", Contribution.LONGEST_TITLE)
                                .required(),
                        text(URL, "Where it is to be seen", Links.LONGEST).required(),
                        text(DESCRIPTION, "What is to be known of it", Contribution.LONGEST_ABOUT)
                                .rest())
                .subcommand(
                        "list",
                        "Shows the gallery, the newest first",
                        AnswerKind.PUBLIC,
                        "gallery list @Ada",
                        option(MEMBER, "Whose; everybody's by default", OptionType.USER))
                .subcommand("show", "Shows one item whole", AnswerKind.PUBLIC, "gallery show 12", item())
                .subcommand(
                        "edit",
                        "Changes one of your items",
                        AnswerKind.EPHEMERAL,
                        "gallery edit 12 Sunrise",
                        item(),
                        text(TITLE, "How it is called from now on", Contribution.LONGEST_TITLE),
                        text(URL, "Where it is to be seen from now on", Links.LONGEST),
                        text(DESCRIPTION, "What is to be known of it from now on", Contribution.LONGEST_ABOUT)
                                .rest())
                .subcommand("remove", "Removes one of your items", AnswerKind.EPHEMERAL, "gallery remove 12", item())
                .bare("list")
                .build();
    }

    private static Option text(String name, String says, int longest) {
        return option(name, says, OptionType.STRING).between(1, longest);
    }

    private static Option item() {
        return option(CollectionCompletion.ITEM, "Which one, by its number", OptionType.STRING)
                .required()
                .completed();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return switch (call.payload().subcommand().orElse("list")) {
            case "add" -> {
                var form = form(call);
                yield form.then(() -> shelf.add(
                        call, tx, Collection.GALLERY, content(form, new Content("", "", "")), CollectionTexts::whole));
            }
            case "show" ->
                shelf.find(
                        call,
                        tx,
                        Collection.GALLERY,
                        found -> Community.now(Outcome.message(CollectionTexts.whole(found))));
            case "edit" -> edit(call, tx);
            case "remove" -> shelf.remove(call, tx, Collection.GALLERY);
            default ->
                pages.page(
                                tx,
                                new Of(call.guild().orElseThrow(), Collection.GALLERY),
                                call.option(MEMBER).map(OptionValue::asUser),
                                0)
                        .map(Outcome::message);
        };
    }

    private Uni<Outcome> edit(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var form = form(call);
        return form.then(() -> form.isEmpty()
                ? Community.refused("nothing-to-change", "Say what is to change: `title`, `url` or `description`.")
                : shelf.edit(call, tx, Collection.GALLERY, before -> content(form, before), CollectionTexts::whole));
    }

    private static Form form(Call<CommandInvoked> call) {
        return new Form(call)
                .read(TITLE, typed -> Texts.line(TITLE, typed, Contribution.LONGEST_TITLE))
                .read(URL, typed -> Links.read(URL, typed))
                .read(DESCRIPTION, typed -> Texts.paragraph(DESCRIPTION, typed, Contribution.LONGEST_ABOUT));
    }

    private static Content content(Form form, Content before) {
        return new Content(
                form.value(TITLE, before.title()),
                form.value(URL, before.url()),
                form.value(DESCRIPTION, before.about()));
    }
}
