package dev.warren.economy.purse;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
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

/** {@code /history [page]}: what moved in one's own accounts. */
@ApplicationScoped
class HistoryCommand implements CommandHandler {
    private static final String PAGE = "page";
    private static final int LAST = 1_000_000;

    private final EconomyConfig config;
    private final Statements statements;

    HistoryCommand(EconomyConfig config, Statements statements) {
        this.config = config;
        this.statements = statements;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("history", "Shows what moved in your wallet and bank")
                .module(EconomySettings.MODULE)
                .answers(AnswerKind.EPHEMERAL)
                .options(option(PAGE, "Which page; the newest if you name none", OptionType.INTEGER)
                        .between(1, LAST))
                .example("history 2")
                .aliases("transactions")
                .in("de", "verlauf", "Zeigt, was sich in deiner Geldbörse und Bank bewegt hat")
                .in("es-ES", "historial", "Muestra qué se movió en tu cartera y tu banco")
                .in("es-419", "historial", "Muestra qué se movió en tu cartera y tu banco")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild = Desk.guild(call);
        var member = call.member().id();
        long asked = call.option(PAGE).map(OptionValue::asLong).orElse(1L) - 1;
        return statements
                .page(tx, guild, member, (int) Math.clamp(asked, 0, LAST), config.pageSize())
                .map(page -> Outcome.ephemeral(HistoryTexts.of(page, guild, member)));
    }
}
