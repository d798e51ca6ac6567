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
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /creator add|list|remove}. */
@ApplicationScoped
class CreatorCommand implements CommandHandler {
    private static final String PLATFORM = "platform";
    private static final String NAME = "name";
    private static final String URL = "url";
    private static final String MEMBER = "member";
    private static final String[] PLATFORMS = {
        "AO3",
        "Bandcamp",
        "Bluesky",
        "DeviantArt",
        "GitHub",
        "Instagram",
        "itch.io",
        "Ko-fi",
        "Mastodon",
        "Patreon",
        "Pixiv",
        "Reddit",
        "SoundCloud",
        "Spotify",
        "Threads",
        "TikTok",
        "Tumblr",
        "Twitch",
        "Website",
        "X",
        "YouTube"
    };

    private final Shelf shelf;
    private final CollectionPages pages;

    CreatorCommand(Shelf shelf, CollectionPages pages) {
        this.shelf = shelf;
        this.pages = pages;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(Collection.CREATORS.command(), "Where the creators of this server are to be found")
                .module(Community.MODULE)
                .in("de", "kreative", "Wo die Kreativen dieses Servers zu finden sind")
                .in("es-ES", "creador", "Dónde encontrar a los creadores de este servidor")
                .subcommand(
                        "add",
                        "Adds a place of yours",
                        AnswerKind.PUBLIC,
                        "creator add YouTube Hazel https://www.youtube.com/@hazel",
                        option(PLATFORM, "Where", OptionType.STRING).required().choices(PLATFORMS),
                        option(NAME, "How you are called there", OptionType.STRING)
                                .required()
                                .between(1, Contribution.LONGEST_TITLE),
                        option(URL, "Its address", OptionType.STRING).required().between(1, Links.LONGEST))
                .subcommand(
                        "list",
                        "Lists the places of creators",
                        AnswerKind.PUBLIC,
                        "creator list @Ada",
                        option(MEMBER, "Whose; everybody's by default", OptionType.USER))
                .subcommand(
                        "remove",
                        "Removes a place of yours",
                        AnswerKind.EPHEMERAL,
                        "creator remove 12",
                        option(CollectionCompletion.ITEM, "Which one, by its number", OptionType.STRING)
                                .required()
                                .completed())
                .bare("list")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return switch (call.payload().subcommand().orElse("list")) {
            case "add" -> {
                var form = new Form(call)
                        .read(PLATFORM, typed -> Texts.line(PLATFORM, typed, Contribution.LONGEST_TITLE))
                        .read(NAME, typed -> Texts.line(NAME, typed, Contribution.LONGEST_TITLE))
                        .read(URL, typed -> Links.read(URL, typed));
                yield form.then(() -> shelf.add(
                        call,
                        tx,
                        Collection.CREATORS,
                        new Content(form.value(NAME, ""), form.value(URL, ""), form.value(PLATFORM, "")),
                        CollectionTexts::whole));
            }
            case "remove" -> shelf.remove(call, tx, Collection.CREATORS);
            default ->
                pages.page(
                                tx,
                                new Of(call.guild().orElseThrow(), Collection.CREATORS),
                                call.option(MEMBER).map(OptionValue::asUser),
                                0)
                        .map(Outcome::message);
        };
    }
}
