package dev.warren.leveling.administration;

import dev.warren.leveling.standing.Shown;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Service;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What an import would do, and the buttons that do it or forget it. */
@ApplicationScoped
class ImportButtons implements ComponentHandler {
    private static final String HANDLER = "xp-import";
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final int SHOWN = 10;
    private static final int BLUE = 0x5865F2;

    private final Imports imports;
    private final AdministrationConfig config;

    ImportButtons(Imports imports, AdministrationConfig config) {
        this.imports = imports;
        this.config = config;
    }

    /** What the buttons of one question have and no other: its event's number. */
    static String token(Call<?> call) {
        var id = call.id().value();
        return id.substring(id.indexOf(':') + 1);
    }

    static Outcome question(Call<?> call, List<Given> members, int skipped, int strangers, boolean adds) {
        var first = members.stream()
                .sorted(Comparator.comparingLong(Given::xp).reversed())
                .limit(SHOWN)
                .map(given -> "<@%s> · %s XP".formatted(given.member(), Shown.number(given.xp())))
                .collect(Collectors.joining("\n"));
        long more = members.size() - Math.min(SHOWN, members.size());
        var text = new StringBuilder()
                .append(adds ? "Adds to the XP of **" : "Replaces the XP of **")
                .append(Words.members(members.size()))
                .append("**, ")
                .append(Shown.number(members.stream().mapToLong(Given::xp).sum()))
                .append(" XP in all.\n");
        if (strangers > 0) {
            text.append(Shown.number(strangers)).append(" of them I never saw here.\n");
        }
        if (skipped > 0) {
            text.append(Words.members(skipped)).append(" whom I never saw here are left out.\n");
        }
        text.append('\n').append(first);
        if (more > 0) {
            text.append("\n… and ").append(Shown.number(more)).append(" more");
        }
        return Outcome.ephemeral(MessageBody.embed(
                        Embed.of("Import XP?", text.toString()).withColor(BLUE))
                .withRows(Component.Row.of(
                        button(call, YES, "Import", Style.PRIMARY), button(call, NO, "Forget it", Style.SECONDARY))));
    }

    private static Button button(Call<?> call, String word, String label, Style style) {
        var id = CustomId.of(
                Service.LEVELING, HANDLER, word, token(call), call.guild().orElseThrow());
        return new Button(id.toString(), label, style, Optional.empty(), false, AnswerKind.UPDATE);
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        // a prefix command is answered in direct messages, where no event says the guild
        var guild = id.argument(2).map(GuildId::of).orElseThrow();
        var token = id.argument(1).orElseThrow();
        return imports.find(tx, guild, token, call.member().id()).chain(waiting -> {
            if (waiting.isEmpty()) {
                return Uni.createFrom()
                        .item(Outcome.refused("import-gone", "That import was done, forgotten or replaced already."));
            }
            if (!id.argument(0).equals(Optional.of(YES))) {
                return imports.forget(tx, guild).replaceWith(Outcome.update(MessageBody.text("Nothing was imported.")));
            }
            if (waiting.get().at().plus(config.questionStands()).isBefore(call.time())) {
                return Uni.createFrom()
                        .item(Outcome.refused("too-late", "That was a while ago. Please use `/xp import` again."));
            }
            return imports.apply(tx, guild)
                    .map(members -> Outcome.update(
                                    MessageBody.text("The XP of %s is imported.".formatted(Words.members(members))))
                            .emitting(Audits.of(
                                    call,
                                    guild,
                                    "xp-imported",
                                    guild.toString(),
                                    Map.of("members", Integer.toString(members)))));
        });
    }
}
