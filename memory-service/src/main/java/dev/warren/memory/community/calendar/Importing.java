package dev.warren.memory.community.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.memory.community.Community;
import dev.warren.memory.community.CommunityConfig;
import dev.warren.memory.community.Texts;
import dev.warren.memory.community.Typed;
import dev.warren.memory.community.calendar.Gathering.Entry;
import dev.warren.memory.profile.MemberZones;
import dev.warren.runtime.attachments.Attachments;
import dev.warren.runtime.attachments.Attachments.Fetched;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.OnContext;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads an iCalendar file and shows what it would bring; the buttons below do it or forget it. */
@ApplicationScoped
class Importing {
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};
    private static final int SHOWN = 10;
    private static final int SHOWN_TITLE = 80;
    private static final int COLOR = 0x5865F2;

    private final CommunityConfig.Calendar config;
    private final Attachments attachments;
    private final MemberZones zones;
    private final ObjectMapper json = WireJson.mapper();

    Importing(CommunityConfig config, Attachments attachments, MemberZones zones) {
        this.config = config.calendar();
        this.attachments = attachments;
        this.zones = zones;
    }

    Uni<Outcome> read(Call<CommandInvoked> call, Mutiny.StatelessSession tx, String file) {
        return attachments.fetch(file, config.importBytes()).chain(fetched -> switch (fetched) {
            case Fetched.Bytes(var bytes) -> parsed(call, tx, bytes);
            case Fetched.TooLarge(var most) -> wrong("have at most %,d bytes".formatted(most), "more");
            case Fetched.Elsewhere _ -> wrong("be attached here", "an address elsewhere");
            case Fetched.Gone _ -> wrong("still lie at Discord", "gone, or too slow");
        });
    }

    private static Uni<Outcome> wrong(String rule, String value) {
        return Community.now(new Typed.Wrong("file", rule, value).refused());
    }

    private Uni<Outcome> parsed(Call<CommandInvoked> call, Mutiny.StatelessSession tx, byte[] bytes) {
        var here = OnContext.executor();
        var reader = new IcsFile(config.importEvents(), config.furthest(), config.longest());
        return zones.of(tx, call.member().id(), call.settings())
                .chain(zone -> Uni.createFrom()
                        .item(() -> reader.read(bytes, zone, call.time()))
                        // parsing takes processor time, which the event loop has not
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .ifNoItem()
                        .after(config.importPatience())
                        .recoverWithItem(() -> new IcsFile.Read.Wrong(new Typed.Wrong(
                                "file", "be read within " + say(config.importPatience()), "a longer one")))
                        .emitOn(here))
                .chain(read -> switch (read) {
                    case IcsFile.Read.Wrong(var why) -> Community.now(why.refused());
                    case IcsFile.Read.Entries(var entries, var leftOut) ->
                        entries.isEmpty()
                                ? wrong(
                                        "have an event that is to come",
                                        said(leftOut).orElse("none at all"))
                                : keep(call, tx, entries).map(token -> question(call, entries, leftOut, token));
                });
    }

    private static String say(Duration span) {
        return span.toMillis() / 1_000.0 + " s";
    }

    private Uni<String> keep(Call<CommandInvoked> call, Mutiny.StatelessSession tx, List<Entry> entries) {
        var token = call.id().value().substring(call.id().value().indexOf(':') + 1);
        var row = new ImportRow(
                new ImportRow.Key(
                        call.guild().orElseThrow().value(), call.member().id().value()),
                token,
                call.origin().channel().value(),
                write(entries),
                call.time());
        return tx.upsert(row).replaceWith(token);
    }

    /** What is left of a wish: the events, and the channel in which it was made. */
    record Wish(List<Entry> entries, long channel, Instant at) {}

    Uni<Optional<Wish>> find(Mutiny.StatelessSession tx, GuildId guild, UserId member, String token) {
        return tx.get(ImportRow.class, new ImportRow.Key(guild.value(), member.value()))
                .map(row -> Optional.ofNullable(row)
                        .filter(it -> it.token.equals(token))
                        .map(it -> new Wish(entries(it.entries), it.channel, it.at)));
    }

    Uni<Void> forget(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return tx.createMutationQuery("delete from ImportRow where key.guild = :guild and key.member = :member")
                .setParameter("guild", guild.value())
                .setParameter("member", member.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Outcome question(
            Call<CommandInvoked> call, List<Entry> entries, Map<String, Integer> leftOut, String token) {
        var first = entries.stream()
                .limit(SHOWN)
                .map(it -> Community.stamp(it.startsAt(), "f") + " **"
                        + Texts.escaped(Texts.shortened(it.title(), SHOWN_TITLE)) + "**")
                .collect(Collectors.joining("\n"));
        var more = entries.size() > SHOWN ? "\n… and " + (entries.size() - SHOWN) + " more" : "";
        var left = said(leftOut).map(it -> "\n\nLeft out: " + it + ".").orElse("");
        var title = entries.size() == 1 ? "Import 1 event?" : "Import " + entries.size() + " events?";
        return Outcome.ephemeral(
                MessageBody.embed(Embed.of(title, first + more + left).withColor(COLOR))
                        .withRows(Row.of(
                                button(call, ImportButton.YES, "Import", Style.PRIMARY, token),
                                button(call, ImportButton.NO, "Forget it", Style.SECONDARY, token))));
    }

    private static Optional<String> said(Map<String, Integer> leftOut) {
        return leftOut.isEmpty()
                ? Optional.empty()
                : Optional.of(leftOut.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> it.getValue() + " " + it.getKey())
                        .collect(Collectors.joining(", ")));
    }

    private static Component button(Call<CommandInvoked> call, String word, String label, Style style, String token) {
        return new Button(
                CustomId.of(Service.MEMORY, ImportButton.HANDLER, call.guild().orElseThrow(), word, token)
                        .toString(),
                label,
                style,
                Optional.empty(),
                false,
                AnswerKind.UPDATE);
    }

    private String write(List<Entry> entries) {
        try {
            return json.writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entries cannot be written", e);
        }
    }

    private List<Entry> entries(String text) {
        try {
            return json.readValue(text, ENTRIES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entries cannot be read", e);
        }
    }
}
