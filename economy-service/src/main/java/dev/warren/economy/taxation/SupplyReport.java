package dev.warren.economy.taxation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import dev.warren.schemas.ids.EventId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
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

    /** How many answers wait for their transaction; more than a batch of commands has. */
    private static final int MOST_PREPARED = 2_000;

    private static final Duration PREPARED_FOR = Duration.ofMinutes(1);

    private final Mutiny.SessionFactory sessions;
    private final Supplies supplies;
    private final SupplyChart chart;
    private final Files files;
    private final Cache<EventId, MessageBody> prepared = Caffeine.newBuilder()
            .maximumSize(MOST_PREPARED)
            .expireAfterWrite(PREPARED_FOR)
            .build();

    SupplyReport(Mutiny.SessionFactory sessions, Supplies supplies, SupplyChart chart, Files files) {
        this.sessions = sessions;
        this.supplies = supplies;
        this.chart = chart;
        this.files = files;
    }

    /** Works the answer out before the transaction, with its picture where one can be drawn. */
    public Uni<Void> prepare(Call<?> call) {
        return sessions.openStatelessSession()
                .chain(session -> supply(call, session).eventually(session::close))
                .chain(supply -> withPicture(supply, body(call, supply), days(call)))
                .invoke(body -> prepared.put(call.id(), body))
                .replaceWithVoid();
    }

    /** The answer; in numbers alone where the picture was not ready. */
    public Uni<Outcome> show(Call<?> call, Mutiny.StatelessSession tx) {
        return Optional.ofNullable(prepared.getIfPresent(call.id()))
                .map(Uni.createFrom()::item)
                .orElseGet(() -> supply(call, tx).map(supply -> body(call, supply)))
                .map(Outcome::ephemeral);
    }

    private Uni<Supply> supply(Call<?> call, Mutiny.StatelessSession session) {
        var zone = call.settings().timezone();
        var today = call.time().atZone(zone).toLocalDate();
        return supplies.of(session, Desk.guild(call), today.minusDays(days(call) - 1), today, zone);
    }

    private static long days(Call<?> call) {
        return call.option(DAYS).map(OptionValue::asLong).orElse((long) USUAL_DAYS);
    }

    private Uni<MessageBody> withPicture(Supply supply, MessageBody body, long days) {
        return supply.inCirculation() == 0 && supply.flows().isEmpty()
                ? Uni.createFrom().item(body)
                : chart.draw(supply)
                        .chain(png -> png.isEmpty()
                                ? Uni.createFrom().item(body)
                                : files.attach(PICTURE, "image/png", told(supply, days), png.get())
                                        .map(body::withFiles));
    }

    private static String told(Supply supply, long days) {
        return "The coins in circulation over %d days, %s now".formatted(days, Words.number(supply.inCirculation()));
    }

    private static MessageBody body(Call<?> call, Supply supply) {
        var lines = new ArrayList<String>();
        lines.add("**%s** in circulation".formatted(Words.coins(supply.inCirculation())));
        lines.add("Wallets %s · banks %s · treasury %s · house %s · set apart %s"
                .formatted(
                        Words.number(supply.held(AccountKind.WALLET)),
                        Words.number(supply.held(AccountKind.BANK)),
                        Words.number(supply.held(AccountKind.TREASURY)),
                        Words.number(supply.held(AccountKind.HOUSE)),
                        Words.number(supply.held(AccountKind.ESCROW))));
        lines.add("\nIn %d days".formatted(days(call)));
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
