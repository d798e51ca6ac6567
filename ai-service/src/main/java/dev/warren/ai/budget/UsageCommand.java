package dev.warren.ai.budget;

import dev.warren.ai.AiConfig;
import dev.warren.ai.AiSettings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.redis.Files;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /usage me|server}: what answers cost, and how much is left of today's budget. */
@ApplicationScoped
class UsageCommand implements CommandHandler {
    private static final String SERVER = "server";
    private static final double MILLION = 1e6;

    private final AiConfig.Budget config;
    private final Budgets budgets;
    private final Costs costs;
    private final CostChart chart;
    private final Files files;

    UsageCommand(AiConfig config, Budgets budgets, Costs costs, CostChart chart, Files files) {
        this.config = config.budget();
        this.budgets = budgets;
        this.costs = costs;
        this.chart = chart;
        this.files = files;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("usage", "What conversation costs, and what is left for today")
                .module(AiSettings.MODULE)
                .subcommand("me", "Your own tokens of today, and what is left", AnswerKind.EPHEMERAL, "usage me")
                .subcommand(
                        Optional.empty(),
                        SERVER,
                        "What this server's answers cost, day by day, with a chart",
                        AnswerKind.EPHEMERAL,
                        "usage server",
                        Permissions.of(Permission.MANAGE_GUILD))
                .bare("me")
                .in("de", "verbrauch", "Was Gespräche kosten und was heute noch übrig ist")
                .in("es-ES", "consumo", "Lo que cuestan las conversaciones y lo que queda hoy")
                .in("es-419", "consumo", "Lo que cuestan las conversaciones y lo que queda hoy")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var today = budgets.today();
        var limits = Limits.of(config, call.settings());
        var first = today.minusDays(config.days() - 1L);
        return call.payload().subcommand().filter(SERVER::equals).isPresent()
                ? costs.ofGuild(call.guild().orElseThrow(), first.minusDays(1))
                        .chain(days -> withChart(text("This server", days, today, limits.guild()), days, first, today))
                : costs.ofMember(call.guild(), call.member().id(), first.minusDays(1))
                        .map(days -> Outcome.ephemeral(MessageBody.text(text("You", days, today, limits.member()))));
    }

    private Uni<Outcome> withChart(String text, List<Costs.Day> days, LocalDate first, LocalDate today) {
        return chart.draw(days, first, today)
                .chain(picture -> picture.isEmpty()
                        ? Uni.createFrom().item(Outcome.ephemeral(MessageBody.text(text)))
                        : files.attach("usage.png", "image/png", text, picture.get())
                                .map(file ->
                                        Outcome.ephemeral(MessageBody.text(text).withFiles(file))));
    }

    private static String text(String who, List<Costs.Day> days, LocalDate today, Spending limit) {
        var now = days.stream()
                .filter(day -> day.day().equals(today))
                .map(Costs.Day::spent)
                .findFirst()
                .orElse(Spending.NOTHING);
        long tokens = days.stream().mapToLong(day -> day.spent().tokens()).sum();
        long money = days.stream().mapToLong(day -> day.spent().money()).sum();
        long calls = days.stream().mapToLong(Costs.Day::calls).sum();
        return String.format(
                Locale.ROOT,
                "**%s today**: %,d of %,d tokens, $%.4f of $%.2f. It begins anew at midnight UTC.%n"
                        + "**The last %d days with any**: %,d answers, %,d tokens, $%.4f.",
                who,
                now.tokens(),
                limit.tokens(),
                now.money() / MILLION,
                limit.money() / MILLION,
                days.size(),
                calls,
                tokens,
                money / MILLION);
    }
}
