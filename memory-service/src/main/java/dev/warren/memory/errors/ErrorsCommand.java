package dev.warren.memory.errors;

import dev.warren.memory.MemoryConfig;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /errors}: what members of this guild were told an incident id for, without content. */
@ApplicationScoped
class ErrorsCommand implements CommandHandler {
    private static final int COLOR = 0xED4245;

    private final MemberErrors errors;
    private final MemoryConfig.Errors config;

    ErrorsCommand(MemberErrors errors, MemoryConfig config) {
        this.errors = errors;
        this.config = config.errors();
    }

    @Override
    public CommandDescription description() {
        return Describe.command("errors", "Lists what went wrong in this server lately")
                .module("settings")
                .needs(Permission.ADMINISTRATOR)
                .answers(AnswerKind.EPHEMERAL)
                .in("de", "fehler", "Zeigt, was auf diesem Server zuletzt schiefging")
                .in("es-ES", "errores", "Muestra lo que falló últimamente en este servidor")
                .example("errors")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild = call.guild().orElseThrow(() -> new IllegalStateException("errors were asked for outside a guild"));
        return errors.latest(tx, guild, config.shown()).map(rows -> Outcome.ephemeral(body(rows)));
    }

    private static MessageBody body(List<ErrorRow> rows) {
        if (rows.isEmpty()) {
            return MessageBody.text("Nothing went wrong here lately, as far as I know.");
        }
        var lines = rows.stream()
                .map(row -> "`" + row.incident + "` <t:" + row.at.getEpochSecond() + ":f> " + row.what + " ("
                        + row.service + ", " + row.reason + ")")
                .collect(Collectors.joining("\n"));
        return MessageBody.embed(Embed.of("Errors", lines).withColor(COLOR));
    }
}
