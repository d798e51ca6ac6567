package dev.warren.ai.images;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.texts.Similar;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /imagine prompt style shape}. */
@ApplicationScoped
class ImagineCommand implements CommandHandler, CompletionHandler {
    private static final String NAME = "imagine";
    private static final String PROMPT = "prompt";
    private static final String STYLE = "style";
    private static final String SHAPE = "shape";

    private final Imagining imagining;

    ImagineCommand(Imagining imagining) {
        this.imagining = imagining;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(NAME, "Makes a picture of what you describe")
                .module("ai")
                .options(
                        option(PROMPT, "What the picture shows", OptionType.STRING)
                                .required()
                                .between(1, Studio.LONGEST_PROMPT),
                        option(STYLE, "How it looks, such as watercolor", OptionType.STRING)
                                .between(1, 40)
                                .completed(),
                        option(SHAPE, "How wide it is; square when left out", OptionType.STRING)
                                .choices(Arrays.stream(Shape.values())
                                        .map(Shape::id)
                                        .toArray(String[]::new)))
                .example("imagine \"a fox in the snow\" watercolor")
                .botNeeds(Permission.ATTACH_FILES)
                .cooldown(new Cooldown(3, Duration.ofMinutes(2), Cooldown.Scope.MEMBER))
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var written = call.option(STYLE).map(OptionValue::value);
        var style = written.flatMap(Style::find);
        if (written.isPresent() && style.isEmpty()) {
            return Uni.createFrom().item(Outcome.refused("no-style", unknown(written.get())));
        }
        var shape =
                call.option(SHAPE).map(OptionValue::value).flatMap(Shape::of).orElse(Shape.SQUARE);
        return imagining.note(call, tx, call.required(PROMPT).value(), style, shape);
    }

    private static String unknown(String written) {
        var ids = Style.all().stream().map(Style::id).toList();
        var near = Similar.nearest(written.toLowerCase(Locale.ROOT), ids)
                .map(id -> " Did you mean `" + id + "`?")
                .orElse("");
        return "`style` must be one of %d, such as `watercolor` or `pixel-art`; `%s` is none.%s"
                .formatted(ids.size(), written.replace('`', '\''), near);
    }

    @Override
    public String command() {
        return NAME;
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        var typed = request.typed().toLowerCase(Locale.ROOT);
        return Uni.createFrom()
                .item(Style.all().stream()
                        .filter(style -> style.id().contains(typed)
                                || style.name().toLowerCase(Locale.ROOT).contains(typed))
                        .map(style -> new Choice(style.name(), style.id()))
                        .toList());
    }
}
