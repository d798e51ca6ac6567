package dev.warren.leveling.recount;

import dev.warren.leveling.LevelingConfig;
import dev.warren.leveling.experience.Recounting;
import dev.warren.leveling.experience.RulesHistory;
import dev.warren.leveling.xp.XpPart;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /xp recount}: shows who would gain and lose; a button makes it so. */
@ApplicationScoped
class RecountPart implements XpPart {
    private final LevelingConfig.Recount config;
    private final Recounting recounting;
    private final RulesHistory rules;

    RecountPart(LevelingConfig config, Recounting recounting, RulesHistory rules) {
        this.config = config.recount();
        this.recounting = recounting;
        this.rules = rules;
    }

    @Override
    public Set<String> subcommands() {
        return Set.of("recount");
    }

    @Override
    public Describe describe(Describe command) {
        return command.subcommand(
                "recount",
                "Shows who gains or loses if the rules of now had always held",
                AnswerKind.EPHEMERAL,
                "xp recount");
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild = call.guild().orElseThrow(() -> new IllegalStateException("XP was asked for outside a guild"));
        long version = rules.at(guild, call.time()).version();
        return recounting
                .preview(guild, call.time(), config.preview(), config.batch())
                .map(preview -> Outcome.ephemeral(
                        RecountTexts.of(preview, version, call.time(), preview.members() >= config.preview())));
    }
}
