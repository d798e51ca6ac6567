package dev.warren.leveling.activity;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.card.CardSettings;
import dev.warren.leveling.card.Cards;
import dev.warren.leveling.card.Chart;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Works out statistics and their picture. It changes nothing. */
@ApplicationScoped
class Stats {
    private static final String PERIOD = "period";

    private final Statistics statistics;
    private final Cards cards;

    Stats(Statistics statistics, Cards cards) {
        this.statistics = statistics;
        this.cards = cards;
    }

    static Option period() {
        return option(PERIOD, "How far back; a week if you choose nothing", OptionType.STRING)
                .choices(Period.DAY.word(), Period.WEEK.word(), Period.MONTH.word());
    }

    /**
     * The answer.
     *
     * @param member none for the whole guild
     * @param title of the picture, without markup
     * @param says the same in a text of Discord
     */
    Uni<Outcome> answer(
            Call<CommandInvoked> call,
            Optional<UserId> member,
            String title,
            String says,
            BiFunction<Statistics.Counts, Period, List<Chart.Tile>> tiles) {
        var period =
                call.option(PERIOD).map(OptionValue::value).flatMap(Period::of).orElse(Period.WEEK);
        var theme = CardSettings.theme(call.settings());
        return statistics
                .count(call.guild().orElseThrow(), member, period, call.time())
                .chain(counts -> {
                    var chart =
                            StatsTexts.chart(title, period, call.time(), tiles.apply(counts, period), counts, theme);
                    return cards.of(chart, StatsTexts.alt(chart))
                            .map(picture -> Outcome.message(StatsTexts.body(says, chart, counts, picture)));
                });
    }
}
