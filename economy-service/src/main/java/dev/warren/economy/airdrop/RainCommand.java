package dev.warren.economy.airdrop;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Amounts;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Spans;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Leg;
import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /rain amount [within]}: shares coins evenly among those who wrote of late, at once. */
@ApplicationScoped
class RainCommand implements CommandHandler {
    private static final String AMOUNT = "amount";
    private static final String WITHIN = "within";
    private static final int NAMED = 20;
    /** Activity is known in whole ten minutes of the clock. */
    private static final long WINDOW_SECONDS = 600;

    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Who was paid for writing among the newest transactions; those who wrote last first, equal ones by their ids, so that a redelivery
     * finds the same.
     */
    private static final String ACTIVE = """
            SELECT h.user_id, max(t.tenth) AS newest
            FROM (
                SELECT number, CASE WHEN cause = 'ACTIVITY' THEN CAST(split_part(event_key, '/', 2) AS integer) END AS tenth
                FROM ledger_transaction WHERE guild_id = ?1 ORDER BY number DESC LIMIT 20000
            ) AS t
            JOIN ledger_entry AS e ON e.guild_id = ?1 AND e.number = t.number
            JOIN holder AS h ON h.wallet = e.account_id
            WHERE t.tenth BETWEEN ?2 AND ?3 AND h.user_id <> ?4
            GROUP BY h.user_id ORDER BY newest DESC, h.user_id LIMIT ?5""";

    private final EconomyConfig.Airdrop config;
    private final Desk desk;

    RainCommand(EconomyConfig config, Desk desk) {
        this.config = config.airdrop();
        this.desk = desk;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("rain", "Shares coins among those who wrote of late")
                .module(EconomySettings.MODULE)
                .options(
                        Amounts.option(AMOUNT, "How many coins in all, such as 500, 1k or half"),
                        option(WITHIN, "How far back to look, such as 1h; 30m if you name none", OptionType.DURATION))
                .example("rain 500 1h")
                .in("de", "regen", "Verteilt Münzen an alle, die zuletzt geschrieben haben")
                .in("es-ES", "lluvia", "Reparte monedas entre quienes escribieron hace poco")
                .in("es-419", "lluvia", "Reparte monedas entre quienes escribieron hace poco")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var giver = call.member().id();
        var within = call.option(WITHIN).map(OptionValue::asDuration).orElse(config.rainsWithin());
        var wrong = Spans.refuse(WITHIN, within, Duration.ofSeconds(WINDOW_SECONDS), LONGEST);
        if (wrong.isPresent()) {
            return Uni.createFrom().item(wrong.get());
        }
        return active(call, tx, within).chain(active -> {
            var members = new ArrayList<>(active);
            members.add(giver);
            return desk.open(call, tx, members).chain(book -> rain(call, tx, book, active, within));
        });
    }

    private Uni<List<UserId>> active(Call<?> call, Mutiny.StatelessSession tx, Duration within) {
        return Sql.rows(
                        tx,
                        ACTIVE,
                        Desk.guild(call).value(),
                        (int) (call.time().minus(within).getEpochSecond() / WINDOW_SECONDS),
                        (int) (call.time().getEpochSecond() / WINDOW_SECONDS),
                        call.member().id().value(),
                        config.most())
                .map(rows -> rows.stream()
                        .map(row -> new UserId(((Number) row[0]).longValue()))
                        .toList());
    }

    private Uni<Outcome> rain(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, Book book, List<UserId> active, Duration within) {
        var giver = call.member().id();
        if (book.holder(giver).frozen()) {
            return Uni.createFrom().item(Desk.frozen(true));
        }
        var members =
                active.stream().filter(member -> !book.holder(member).frozen()).toList();
        if (members.isEmpty()) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "nobody-active",
                            "Nobody else wrote in the last %s; name a longer time, such as `2h`."
                                    .formatted(Spans.say(within))));
        }
        var coins = Amounts.of(call.required(AMOUNT), book.wallet(giver).coins());
        if (coins.isNone()) {
            return Uni.createFrom().item(Desk.nothing("your wallet"));
        }
        var share = new Coins(coins.amount() / members.size());
        if (share.isNone()) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "too-few-coins",
                            "%s among %s members is less than one coin each; name at least %s coins."
                                    .formatted(
                                            Words.coins(coins),
                                            Words.number(members.size()),
                                            Words.number(members.size()))));
        }
        return desk.move(
                call,
                tx,
                book,
                draft(call, book, members, share),
                _ -> Outcome.message(Words.body("🌧️ Rain", said(giver, members, share))));
    }

    private static Draft draft(Call<?> call, Book book, List<UserId> members, Coins share) {
        var legs = new ArrayList<Leg>();
        legs.add(new Leg(
                book.wallet(call.member().id()).id(), -Math.multiplyExact(share.amount(), (long) members.size())));
        members.forEach(member -> legs.add(new Leg(book.wallet(member).id(), share.amount())));
        return new Draft(call.id(), Cause.RAIN, call.time(), Optional.empty(), legs);
    }

    private static String said(UserId giver, List<UserId> members, Coins share) {
        var names = members.stream().limit(NAMED).map(Words::member).collect(Collectors.joining(", "));
        int more = Math.max(0, members.size() - NAMED);
        return "%s lets **%s** rain: %s for each of %s.\n\n%s%s"
                .formatted(
                        Words.member(giver),
                        Words.coins(share.amount() * members.size()),
                        Words.coins(share),
                        members.size() == 1 ? "1 member" : Words.number(members.size()) + " members",
                        names,
                        more > 0 ? " and " + Words.number(more) + " more" : "");
    }
}
