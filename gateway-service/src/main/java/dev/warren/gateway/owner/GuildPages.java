package dev.warren.gateway.owner;

import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.operations.Operations;
import dev.warren.gateway.operations.ServedGuilds;
import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.topics.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** The guilds the bot is in, page by page, with what was decided of them. */
@ApplicationScoped
class GuildPages {
    static final String PAGE = "owner-guilds";
    private static final int PAGE_SIZE = 20;

    private final GuildDirectory guilds;
    private final Operations operations;
    private final ServedGuilds served;

    GuildPages(GuildDirectory guilds, Operations operations, ServedGuilds served) {
        this.guilds = guilds;
        this.operations = operations;
        this.served = served;
    }

    /** @param page from 0; one beyond the last is the last */
    MessageBody page(int page) {
        var all = guilds.all().stream()
                .sorted(Comparator.comparing(GuildKnown::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparingLong(guild -> guild.guild().value()))
                .toList();
        int pages = Math.max(1, (all.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.clamp(page, 0, pages - 1);
        var lines = all.subList(shown * PAGE_SIZE, Math.min(all.size(), (shown + 1) * PAGE_SIZE)).stream()
                .map(this::line)
                .collect(Collectors.joining("\n"));
        var embed = Embed.of("Servers: " + all.size(), lines.isEmpty() ? "None." : lines)
                .withFooter("Page " + (shown + 1) + " of " + pages);
        var body = MessageBody.embed(embed);
        return pages == 1
                ? body
                : body.withRows(
                        Row.of(button("Previous", shown - 1, shown > 0), button("Next", shown + 1, shown < pages - 1)));
    }

    private String line(GuildKnown guild) {
        var marks = new StringBuilder();
        if (operations.block(guild.guild()).isPresent()) {
            marks.append(" · blocked");
        }
        if (operations.pause(Optional.of(guild.guild())).isPresent()) {
            marks.append(" · paused");
        }
        if (!served.serves(Optional.of(guild.guild()))) {
            marks.append(" · not served");
        }
        return "`" + guild.guild() + "` " + guild.name() + marks;
    }

    private static Component button(String label, int page, boolean there) {
        return new Button(
                CustomId.of(Service.GATEWAY, PAGE, Math.max(0, page)).toString(),
                label,
                Style.SECONDARY,
                Optional.empty(),
                !there,
                AnswerKind.UPDATE);
    }
}
