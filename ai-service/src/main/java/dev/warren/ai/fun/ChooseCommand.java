package dev.warren.ai.fun;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.ai.draws.Draws;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /choose tea, coffee or cocoa}. */
@ApplicationScoped
class ChooseCommand implements CommandHandler {
    private static final int LONGEST = 1000;
    private static final int MOST = 50;

    private final Draws draws;

    ChooseCommand(Draws draws) {
        this.draws = draws;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("choose", "Chooses one of several things")
                .module(FunSettings.MODULE)
                .options(option("options", "2 to 50 things, parted by commas, | or the word or", OptionType.STRING)
                        .required()
                        .between(1, LONGEST)
                        .rest())
                .example("choose tea, coffee, cocoa")
                .everywhere()
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var options = split(call.required("options").value());
        if (options.size() < 2 || options.size() > MOST) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "no-choice",
                            "`options` must name 2 to %d different things, parted by commas, such as `tea, coffee, cocoa`; these are %d."
                                    .formatted(MOST, options.size())));
        }
        return draws.of(tx, call.id())
                .map(draw -> Outcome.message(MessageBody.text(
                        "🤔 I choose **%s**.".formatted(FunTexts.plain(options.get(draw.below(options.size())))))));
    }

    /** By bars, else by commas and a last "or", else by "or"; what stands there twice counts once. */
    static List<String> split(String text) {
        var parts = text.contains("|") ? text.split("\\|") : text.split(",|(?i)\\s+or\\s+");
        return Arrays.stream(parts)
                .map(part -> part.strip().replaceFirst("(?i)^or\\s+", "").replaceFirst("\\?+$", ""))
                .filter(part -> !part.isBlank())
                .distinct()
                .toList();
    }
}
