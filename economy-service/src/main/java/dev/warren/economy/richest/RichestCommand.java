package dev.warren.economy.richest;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /richest [page]}. */
@ApplicationScoped
class RichestCommand implements CommandHandler {
    private static final String PAGE = "page";
    /** More pages than a guild can fill: Discord's largest have some 20 million members. */
    private static final int LAST = 20_000_000;

    private final EconomyConfig config;
    private final Riches riches;

    RichestCommand(EconomyConfig config, Riches riches) {
        this.config = config;
        this.riches = riches;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("richest", "Shows who has the most coins in this server")
                .module(EconomySettings.MODULE)
                .options(option(PAGE, "Which page; the first if you name none", OptionType.INTEGER)
                        .between(1, LAST))
                .example("richest 2")
                .aliases("rich", "baltop")
                .in("de", "reichste", "Zeigt, wer auf diesem Server die meisten Münzen hat")
                .in("es-ES", "ricos", "Muestra quién tiene más monedas en este servidor")
                .in("es-419", "ricos", "Muestra quién tiene más monedas en este servidor")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        long asked = call.option(PAGE).map(OptionValue::asLong).orElse(1L) - 1;
        return riches.page(
                        tx,
                        Desk.guild(call),
                        (int) Math.clamp(asked, 0, LAST),
                        config.pageSize(),
                        call.member().id())
                .map(page -> Outcome.message(RichestTexts.of(page, call.member().id())));
    }
}
