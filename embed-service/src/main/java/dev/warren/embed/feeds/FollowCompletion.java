package dev.warren.embed.feeds;

import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Completes the numbers of what a guild follows, by whatever of a line is typed. */
@ApplicationScoped
class FollowCompletion implements CompletionHandler {
    private static final int MOST = 25;

    private final FeedsConfig config;
    private final Mutiny.SessionFactory sessions;
    private final Feeds feeds;

    FollowCompletion(FeedsConfig config, Mutiny.SessionFactory sessions, Feeds feeds) {
        this.config = config;
        this.sessions = sessions;
        this.feeds = feeds;
    }

    @Override
    public String command() {
        return FollowCommand.NAME;
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        return request.origin()
                .guild()
                .map(guild -> sessions.withStatelessSession(session -> numbers(session, guild, request.typed())))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private Uni<List<Choice>> numbers(Mutiny.StatelessSession session, GuildId guild, String typed) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        return feeds.ofGuild(session, guild, config.mostPerGuild())
                .chain(follows -> feeds.all(
                                session,
                                follows.stream()
                                        .map(follow -> follow.feed)
                                        .distinct()
                                        .toList())
                        .map(all -> {
                            var byNumber = all.stream().collect(Collectors.toMap(FeedRow::number, Function.identity()));
                            return follows.stream()
                                    .flatMap(follow -> Optional.ofNullable(byNumber.get(follow.feed))
                                            .map(feed -> new Choice(
                                                    FollowTexts.label(follow, feed), String.valueOf(follow.number())))
                                            .stream())
                                    .filter(choice -> choice.name()
                                            .toLowerCase(Locale.ROOT)
                                            .contains(wanted))
                                    .limit(MOST)
                                    .toList();
                        }));
    }
}
