package dev.warren.leveling.administration;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Service;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The question whether everybody's XP is really to go, and its buttons. */
@ApplicationScoped
class ResetButtons implements ComponentHandler {
    private static final String HANDLER = "xp-reset";
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Adjustments adjustments;
    private final AdministrationConfig config;

    ResetButtons(Adjustments adjustments, AdministrationConfig config) {
        this.adjustments = adjustments;
        this.config = config;
    }

    static Outcome question(Call<CommandInvoked> call) {
        return Outcome.ephemeral(MessageBody.text(
                        "Take all XP from **everybody** in this server? `/xp restore` could bring it back.")
                .withRows(Component.Row.of(
                        button(call, YES, "Reset everybody", Style.DANGER), button(call, NO, "No", Style.SECONDARY))));
    }

    private static Button button(Call<CommandInvoked> call, String word, String label, Style style) {
        var id = CustomId.of(
                Service.LEVELING,
                HANDLER,
                word,
                call.member().id(),
                call.time().getEpochSecond(),
                call.guild().orElseThrow());
        return new Button(id.toString(), label, style, Optional.empty(), false, AnswerKind.UPDATE);
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        // a prefix command is answered in direct messages, where no event says the guild
        var guild = id.argument(3).map(GuildId::of).orElseThrow();
        if (!id.argument(1).equals(Optional.of(call.member().id().toString()))) {
            return Uni.createFrom().item(Outcome.refused("not-yours", "That question is for the one who asked."));
        }
        if (!id.argument(0).equals(Optional.of(YES))) {
            return Uni.createFrom().item(Outcome.update(MessageBody.text("Nothing was reset.")));
        }
        var asked = Instant.ofEpochSecond(Long.parseLong(id.argument(2).orElseThrow()));
        if (asked.plus(config.questionStands()).isBefore(call.time())) {
            return Uni.createFrom()
                    .item(Outcome.refused("too-late", "That was a while ago. Please use `/xp reset` again."));
        }
        return adjustments
                .reset(tx, guild, Optional.empty(), call.member().id(), call.time())
                .map(members -> Outcome.update(MessageBody.text("The XP of %s is reset. `/xp restore` brings it back."
                                .formatted(Words.members(members))))
                        .emitting(Audits.of(
                                call,
                                guild,
                                "xp-reset-for-all",
                                guild.toString(),
                                Map.of("members", Integer.toString(members)))));
    }
}
