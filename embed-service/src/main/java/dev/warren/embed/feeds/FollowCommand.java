package dev.warren.embed.feeds;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /follow add|list|remove|test}. */
@ApplicationScoped
class FollowCommand implements CommandHandler {
    static final String NAME = "follow";
    static final String MODULE = "feeds";
    static final String WHAT = "what";
    static final String FROM = "from";
    static final String CHANNEL = "channel";
    static final String ROLE = "role";
    static final String TEXT = "text";
    static final String NUMBER = "number";
    private static final int LONGEST_WHAT = 500;
    private static final String ORDER = """
            INSERT INTO feed_order (id, guild, due_at, wish)
            VALUES (:id, :guild, CAST(CAST(:due AS text) AS timestamptz), :wish) ON CONFLICT (id) DO NOTHING""";

    private final FeedsConfig config;
    private final Feeds feeds;
    private final FeedKinds kinds;
    private final FeedPoller poller;

    FollowCommand(FeedsConfig config, Feeds feeds, FeedKinds kinds, FeedPoller poller) {
        this.config = config;
        this.feeds = feeds;
        this.kinds = kinds;
        this.poller = poller;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(NAME, "Follows feeds: what is new there is announced here")
                .module(MODULE)
                .needs(Permission.MANAGE_GUILD)
                .in("de", "folgen", "Folgt Feeds: was dort neu ist, wird hier angekündigt")
                .in("es-ES", "seguir", "Sigue fuentes: lo nuevo se anuncia aquí")
                .subcommand(
                        "add",
                        "Follows a feed, a channel, an artist, a tag or a repository",
                        AnswerKind.EPHEMERAL,
                        "follow add https://example.org/feed.xml",
                        option(WHAT, "A link; with `from` also a name there", OptionType.STRING)
                                .required()
                                .between(1, LONGEST_WHAT),
                        option(FROM, "Where it is, when it is no link", OptionType.STRING)
                                .choices(kinds.ids()),
                        option(CHANNEL, "Where it is announced; here by default", OptionType.CHANNEL),
                        option(ROLE, "Whom to ping; nobody by default", OptionType.ROLE),
                        option(TEXT, "In your words, with {title}, {link}, {author}, {feed}", OptionType.STRING)
                                .between(1, Announcement.LONGEST_TEMPLATE)
                                .rest())
                .subcommand("list", "Lists what is followed here", AnswerKind.EPHEMERAL, "follow list")
                .subcommand("remove", "Follows something no more", AnswerKind.EPHEMERAL, "follow remove 7", which())
                .subcommand(
                        "test",
                        "Looks now, and shows the newest as it would be announced",
                        AnswerKind.EPHEMERAL,
                        "follow test 7",
                        which())
                .bare("list")
                .build();
    }

    private static Option which() {
        return option(NUMBER, "Which one, by its number", OptionType.STRING)
                .required()
                .between(1, 19)
                .completed();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild = call.guild().orElseThrow(() -> new IllegalStateException("it is a guild's command"));
        return switch (call.payload().subcommand().orElse("list")) {
            case "add" -> add(call, tx, guild);
            case "remove" -> numbered(call, tx, guild, follow -> remove(call, tx, guild, follow));
            case "test" -> numbered(call, tx, guild, follow -> test(call, tx, guild, follow));
            default -> list(tx, guild);
        };
    }

    private Uni<Outcome> add(Call<CommandInvoked> call, Mutiny.StatelessSession tx, GuildId guild) {
        var words = call.required(WHAT).value().strip();
        var kind = call.option(FROM).map(OptionValue::value).flatMap(kinds::of).or(() -> kinds.claiming(words));
        if (kind.isEmpty()) {
            return refused(
                    "no-kind",
                    "`what` must be a link, or `from` must say where that name is: " + FollowTexts.kinds(kinds.ids())
                            + ".");
        }
        var role = call.option(ROLE).map(OptionValue::asRole);
        if (role.filter(it -> it.value() == guild.value()).isPresent()) {
            return refused("everyone", "`role` must be a role of its own: everybody is not pinged by a feed.");
        }
        var text = call.option(TEXT).map(OptionValue::value).map(FollowCommand::lines);
        var unknown = text.map(Announcement::unknownPlaces).filter(places -> !places.isEmpty());
        if (unknown.isPresent()) {
            return refused(
                    "unknown-placeholder",
                    "`text` must not have {" + unknown.get().getFirst()
                            + "}: there are {title}, {link}, {author} and {feed}.");
        }
        return order(
                call,
                tx,
                guild,
                kind.get().id(),
                words,
                call.option(CHANNEL)
                        .map(OptionValue::asChannel)
                        .orElse(call.origin().channel()),
                role,
                text,
                Optional.empty());
    }

    /** An option is one line; two characters stand for the end of one. */
    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }

    private Uni<Outcome> order(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            GuildId guild,
            String kind,
            String words,
            ChannelId channel,
            Optional<RoleId> role,
            Optional<String> template,
            Optional<Long> follow) {
        var order = new FeedOrder(
                call.id(),
                call.received().event().subject(),
                call.time(),
                call.origin(),
                guild,
                kind,
                words,
                channel,
                role,
                template,
                follow);
        return tx.createNativeQuery(ORDER)
                .setParameter("id", call.id().value())
                .setParameter("guild", guild.value())
                .setParameter("due", call.now().toString())
                .setParameter("wish", order.written())
                .executeUpdate()
                .invoke(poller::expect)
                .replaceWith(Outcome.silent());
    }

    private Uni<Outcome> test(Call<CommandInvoked> call, Mutiny.StatelessSession tx, GuildId guild, FollowRow follow) {
        return feeds.find(tx, follow.feed)
                .map(Optional::orElseThrow)
                .chain(feed -> order(
                        call,
                        tx,
                        guild,
                        feed.kind,
                        feed.source,
                        follow.channelId(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(follow.number())));
    }

    private Uni<Outcome> remove(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, GuildId guild, FollowRow follow) {
        var audited = call.member().id();
        // the source first, as whoever asks it does: two orders would block each other
        return feeds.lock(tx, guild)
                .chain(() -> feeds.locked(tx, follow.feed))
                .map(Optional::orElseThrow)
                .call(() -> feeds.remove(tx, follow))
                .map(feed -> FollowTexts.removed(follow, feed.title)
                        .emitting(call.causes(
                                Topics.AUDIT,
                                "audit",
                                Keys.guild(guild),
                                new Audited(
                                        guild,
                                        Service.EMBED.id(),
                                        audited,
                                        "feed-unfollowed",
                                        Optional.of(String.valueOf(follow.number())),
                                        Optional.empty(),
                                        Following.details(follow, feed.kind),
                                        call.time()))));
    }

    private Uni<Outcome> list(Mutiny.StatelessSession tx, GuildId guild) {
        return feeds.ofGuild(tx, guild, config.mostPerGuild())
                .chain(follows -> feeds.all(
                                tx,
                                follows.stream()
                                        .map(follow -> follow.feed)
                                        .distinct()
                                        .toList())
                        .map(all -> Outcome.ephemeral(FollowTexts.list(
                                follows,
                                all.stream().collect(Collectors.toMap(FeedRow::number, Function.identity()))))));
    }

    private Uni<Outcome> numbered(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            GuildId guild,
            Function<FollowRow, Uni<Outcome>> then) {
        var typed = call.required(NUMBER).value().strip();
        return typed.matches("[1-9]\\d{0,17}")
                ? feeds.follow(tx, Long.parseLong(typed))
                        .chain(found -> found.filter(follow -> follow.guild == guild.value())
                                .map(then)
                                .orElseGet(() -> Uni.createFrom().item(FollowTexts.unknown(typed))))
                : Uni.createFrom().item(FollowTexts.unknown(typed));
    }

    private static Uni<Outcome> refused(String reason, String text) {
        return Uni.createFrom().item(Outcome.refused(reason, text));
    }
}
