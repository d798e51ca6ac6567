package dev.warren.economy.shop;

import dev.warren.economy.desk.Occasion;
import dev.warren.economy.due.Deadlines;
import dev.warren.economy.due.DueHandler;
import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.ActionEvent.Context;
import dev.warren.schemas.bot.ActionEvent.RemoveRole;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Roles that items gave for a time. A second item of the kind adds to the time. */
@ApplicationScoped
class RoleLoans implements DueHandler {
    private static final Duration TAKEN_WITHIN = Duration.ofDays(1);

    /** The later of now and what was lent already, and the time that is added; to the microsecond. */
    private static final String LEND = """
            INSERT INTO role_loan (id, guild_id, user_id, role_id, until)
            VALUES (nextval('role_loan_id'), ?1, ?2, ?3, CAST(CAST(?4 AS text) AS timestamptz) + make_interval(secs => ?5))
            ON CONFLICT (guild_id, user_id, role_id) DO UPDATE
                SET until = greatest(role_loan.until, CAST(CAST(?4 AS text) AS timestamptz)) + make_interval(secs => ?5)""";

    private static final String FIND = """
            SELECT id, CAST(extract(epoch FROM until) * 1000000 AS bigint) AS until FROM role_loan
            WHERE guild_id = ?1 AND user_id = ?2 AND role_id = ?3""";

    private static final String DUE = """
            SELECT user_id, role_id, CAST(extract(epoch FROM until) * 1000000 AS bigint) AS until FROM role_loan
            WHERE guild_id = ?1 AND id = ?2""";

    private static final String OF_MEMBER = "SELECT id, role_id FROM role_loan WHERE guild_id = ?1 AND user_id = ?2";

    private static final String END = "DELETE FROM role_loan WHERE id = ?1";

    private final Deadlines deadlines;
    private final InstantSource clock;

    RoleLoans(Deadlines deadlines, InstantSource clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Notes that the member has the role from now on, and until when. */
    Uni<Instant> lend(Call<?> call, Mutiny.StatelessSession tx, RoleId role, Duration lasts) {
        var occasion = Occasion.of(call);
        long guild = occasion.guild().value();
        long member = call.member().id().value();
        return Sql.execute(tx, LEND, guild, member, role.value(), call.time().toString(), (double) lasts.toSeconds())
                .chain(() -> Sql.rows(tx, FIND, guild, member, role.value()))
                .chain(rows -> {
                    var until = time(rows.getFirst()[1]);
                    long id = ((Number) rows.getFirst()[0]).longValue();
                    return deadlines.set(occasion, tx, Deadline.ROLE, id, until).replaceWith(until);
                });
    }

    @Override
    public Deadline of() {
        return Deadline.ROLE;
    }

    @Override
    public Uni<List<Outgoing<?>>> due(Occasion occasion, DeadlineReached due, Mutiny.StatelessSession tx) {
        return Sql.rows(tx, DUE, occasion.guild().value(), due.id()).chain(rows -> {
            if (rows.isEmpty() || !time(rows.getFirst()[2]).equals(due.dueAt())) {
                return Uni.createFrom().item(List.of());
            }
            var member = new UserId(((Number) rows.getFirst()[0]).longValue());
            var role = new RoleId(((Number) rows.getFirst()[1]).longValue());
            return Sql.execute(tx, END, due.id()).replaceWith(List.of(taken(occasion, "role", member, role)));
        });
    }

    /** Ends all loans of a member who is erased. */
    Uni<List<Outgoing<?>>> takeBack(Occasion occasion, Mutiny.StatelessSession tx, UserId member) {
        return Sql.rows(tx, OF_MEMBER, occasion.guild().value(), member.value()).chain(rows -> {
            var taken = new ArrayList<Outgoing<?>>();
            var ended = Uni.createFrom().voidItem();
            for (var row : rows) {
                long id = ((Number) row[0]).longValue();
                var role = new RoleId(((Number) row[1]).longValue());
                taken.add(taken(occasion, "role-loan:" + id, member, role));
                ended = ended.call(() -> Sql.execute(tx, END, id)).call(() -> deadlines.cancel(tx, Deadline.ROLE, id));
            }
            return ended.replaceWith(taken);
        });
    }

    private Outgoing<?> taken(Occasion occasion, String what, UserId member, RoleId role) {
        // after a downtime the role is still to be taken, hence by the clock
        var expires = clock.instant().plus(TAKEN_WITHIN);
        var context = new Context(occasion.guild(), Optional.empty(), "the time of a shop's item is over", expires);
        return occasion.causes(
                Topics.ACTIONS,
                what,
                Keys.member(Optional.of(occasion.guild()), member),
                new RemoveRole(context, member, role));
    }

    private static Instant time(Object micros) {
        return Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }
}
