package dev.warren.schemas.bot;

import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.List;

/**
 * What a message of the bot shows. Content over 2,000 characters is split by the gateway.
 *
 * @param embeds at most 10, with at most 6,000 characters in all
 * @param rows at most 5 rows of components
 * @param pings whom it may ping; nobody by default
 */
public record MessageBody(
        String content, List<Embed> embeds, List<Component.Row> rows, List<FileRef> files, Pings pings) {
    public MessageBody {
        embeds = List.copyOf(embeds);
        rows = List.copyOf(rows);
        files = List.copyOf(files);
        if (embeds.size() > 10) {
            throw new IllegalArgumentException("embeds must be at most 10: " + embeds.size());
        }
        int characters = embeds.stream().mapToInt(Embed::characters).sum();
        if (characters > 6000) {
            throw new IllegalArgumentException("embeds must have at most 6000 characters in all: " + characters);
        }
        if (rows.size() > 5) {
            throw new IllegalArgumentException("rows must be at most 5: " + rows.size());
        }
    }

    public static MessageBody text(String content) {
        return new MessageBody(content, List.of(), List.of(), List.of(), Pings.NOBODY);
    }

    public static MessageBody embed(Embed embed) {
        return new MessageBody("", List.of(embed), List.of(), List.of(), Pings.NOBODY);
    }

    public MessageBody withRows(Component.Row... components) {
        return new MessageBody(content, embeds, List.of(components), files, pings);
    }

    public MessageBody withFiles(FileRef... references) {
        return new MessageBody(content, embeds, rows, List.of(references), pings);
    }

    public MessageBody pinging(Pings whom) {
        return new MessageBody(content, embeds, rows, files, whom);
    }

    /** Whom a message may ping; mentions in its text are inert otherwise. */
    public record Pings(List<UserId> users, List<RoleId> roles, boolean everyone, boolean repliedUser) {
        public static final Pings NOBODY = new Pings(List.of(), List.of(), false, false);

        public Pings {
            users = List.copyOf(users);
            roles = List.copyOf(roles);
        }
    }
}
