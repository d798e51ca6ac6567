package dev.warren.economy.taxation;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Words;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.redis.Files;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /economy supply}: how many coins there are, where they come from and where they go, in numbers and as a picture. */
@ApplicationScoped
public class SupplyReport {
    /** The option that says over how many days. */
    public static final String DAYS = "days";

    public static final int MOST_DAYS = 90;
    private static final int USUAL_DAYS = 30;
    private static final String PICTURE = "supply.png";

    private final Supplies supplies;
    private final SupplyChart chart;
    private final Files files;

    SupplyReport(Supplies supplies, SupplyChart chart, Files files) {
        this.supplies = supplies;
        this.chart = chart;
        this.files = files;
    }

    /** The answer; without the picture where none can be drawn. */
    public Uni<Outcome> show(Call<?> call, Mutiny.StatelessSession tx) {
        var zone = call.settings().timezone();
        var today = call.time().atZone(zone).toLocalDate();
        long days = call.option(DAYS).map(OptionValue::asLong).orElse((long) USUAL_DAYS);
        return supplies.of(tx, Desk.guild(call), today.minusDays(days - 1), today, zone)
                .chain(supply -> {
                    var body = body(call, supply, days);
                    return supply.inCirculation() == 0 && supply.flows().isEmpty()
                            ? Uni.createFrom().item(Outcome.ephemeral(body))
                            : chart.draw(supply)
                                    .chain(png -> png.isEmpty()
                                            ? Uni.createFrom().item(body)
                                            : files.attach(PICTURE, "image/png", told(supply, days), png.get())
                                                    .map(body::withFiles))
                                    .map(Outcome::ephemeral);
                });
    }

    private static String told(Supply supply, long days) {
        return "The coins in circulation over %d days, %s now".formatted(days, Words.number(supply.inCirculation()));
    }

    private static MessageBody body(Call<?> call, Supply supply, long days) {
        var lines = new ArrayList<String>();
        lines.add("**%s** in circulation".formatted(Words.coins(supply.inCirculation())));
        lines.add("Wallets %s · banks %s · treasury %s · house %s · set apart %s"
                .formatted(
                        Words.number(supply.held(AccountKind.WALLET)),
                        Words.number(supply.held(AccountKind.BANK)),
                        Words.number(supply.held(AccountKind.TREASURY)),
                        Words.number(supply.held(AccountKind.HOUSE)),
                        Words.number(supply.held(AccountKind.ESCROW))));
        lines.add("\nIn %d days".formatted(days));
        lines.add("Sources: " + list(supply.sources()));
        lines.add("Sinks: " + list(supply.sinks()));
        lines.add("Collected by the treasury: " + list(supply.collected()));
        var tax = WealthTax.of(call.settings());
        if (!tax.isNone()) {
            var zone = call.settings().timezone();
            var dueAt = WealthTax.next(call.time(), zone).atStartOfDay(zone).toInstant();
            lines.add("\n" + TaxRounds.told(tax, dueAt));
        }
        if (EconomySettings.burnedPercent(call.settings()) > 0) {
            lines.add("Of fees and taxes %d %% leave circulation."
                    .formatted(EconomySettings.burnedPercent(call.settings())));
        }
        return Words.body("Supply", String.join("\n", lines));
    }

    private static String list(Map<Cause, Long> sums) {
        return sums.isEmpty()
                ? "none"
                : sums.entrySet().stream()
                        .sorted(Map.Entry.<Cause, Long>comparingByValue(Comparator.reverseOrder()))
                        .map(one -> "%s %s".formatted(Words.cause(one.getKey()), Words.number(one.getValue())))
                        .collect(Collectors.joining(" · "));
    }
}
