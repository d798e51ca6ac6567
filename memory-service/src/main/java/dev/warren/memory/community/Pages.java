package dev.warren.memory.community;

import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Service;
import java.util.List;
import java.util.Optional;

/**
 * The pages of a list, turned by buttons whose custom id names guild, page, and what the list is narrowed to.
 *
 * @param page from 0; one beyond the last is the last
 * @param count of all that is listed
 * @param size of a page
 */
public record Pages(int page, long count, int size) {
    private static final int COLOR = 0x5865F2;

    public Pages {
        page = (int) Math.clamp((long) page, 0, Math.max(0, (count - 1) / size));
    }

    /** How many come before this page. */
    public int offset() {
        return page * size;
    }

    /** The page as a message. */
    public MessageBody show(String title, List<String> lines, String handler, GuildId guild, Object narrowed) {
        long pages = Math.max(1, (count + size - 1) / size);
        var embed = Embed.of(title, String.join("\n\n", lines))
                .withColor(COLOR)
                .withFooter("%,d in all%s"
                        .formatted(count, pages == 1 ? "" : ", page %d of %d".formatted(page + 1, pages)));
        return pages == 1
                ? MessageBody.embed(embed)
                : MessageBody.embed(embed)
                        .withRows(Row.of(
                                button(handler, guild, "Previous", page - 1, narrowed, page > 0),
                                button(handler, guild, "Next", page + 1, narrowed, page < pages - 1)));
    }

    private static Component button(
            String handler, GuildId guild, String label, int to, Object narrowed, boolean there) {
        // two buttons of a message must not have the same id, so the first one before the beginning keeps its number
        return new Button(
                CustomId.of(Service.MEMORY, handler, guild, to, narrowed).toString(),
                label,
                Style.SECONDARY,
                Optional.empty(),
                !there,
                AnswerKind.UPDATE);
    }
}
