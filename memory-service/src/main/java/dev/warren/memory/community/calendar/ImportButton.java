package dev.warren.memory.community.calendar;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.CommunityConfig;
import dev.warren.memory.community.calendar.Gathering.Entry;
import dev.warren.memory.community.calendar.Importing.Wish;
import dev.warren.memory.undo.Deed;
import dev.warren.memory.undo.Deeds;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons that import what was shown, all of it or nothing, or forget it. What is on the calendar already is left as it is. */
@ApplicationScoped
class ImportButton implements ComponentHandler {
    static final String HANDLER = "calendar-import";
    static final String YES = "yes";
    static final String NO = "no";

    private final CommunityConfig.Calendar config;
    private final Importing importing;
    private final Gatherings gatherings;
    private final Agenda agenda;
    private final Deeds deeds;
    private final SettingsView settings;

    ImportButton(
            CommunityConfig config,
            Importing importing,
            Gatherings gatherings,
            Agenda agenda,
            Deeds deeds,
            SettingsView settings) {
        this.config = config.calendar();
        this.importing = importing;
        this.gatherings = gatherings;
        this.agenda = agenda;
        this.deeds = deeds;
        this.settings = settings;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var guild = Community.guild(id);
        return Community.off(settings, call, guild)
                .map(Community::now)
                .orElseGet(() -> importing
                        .find(tx, guild, call.member().id(), id.argument(2).orElse(""))
                        .chain(found -> found.map(wish -> decided(
                                        call, tx, guild, wish, id.argument(1).equals(Optional.of(YES))))
                                .orElseGet(() -> Community.refused(
                                        "import-gone",
                                        "That import was done, forgotten or replaced already, or is another's."))));
    }

    private Uni<Outcome> decided(
            Call<ComponentUsed> call, Mutiny.StatelessSession tx, GuildId guild, Wish wish, boolean yes) {
        if (!yes) {
            return importing
                    .forget(tx, guild, call.member().id())
                    .replaceWith(Outcome.update(MessageBody.text("Nothing was imported.")));
        }
        return wish.at().plus(config.questionStands()).isBefore(call.time())
                ? Community.refused("too-late", "That was a while ago. Please use `/calendar import` again.")
                : fresh(call, tx, guild, wish)
                        .chain(entries -> entries.isEmpty()
                                ? importing
                                        .forget(tx, guild, call.member().id())
                                        .replaceWith(
                                                Outcome.update(
                                                        MessageBody.text(
                                                                "Nothing was imported: all of it is on the calendar already, or has begun.")))
                                : agenda.full(call, tx, guild, entries.size())
                                        .chain(full -> full.map(Community::now)
                                                .orElseGet(() -> add(call, tx, guild, wish, entries))));
    }

    /** What is not on the calendar yet and has not begun since. */
    private Uni<List<Entry>> fresh(Call<ComponentUsed> call, Mutiny.StatelessSession tx, GuildId guild, Wish wish) {
        return gatherings
                .toCome(tx, guild, call.time(), 0, config.mostOfGuild())
                .map(there -> {
                    var known = there.stream().map(it -> it.entry().uid()).collect(Collectors.toSet());
                    return wish.entries().stream()
                            .filter(it -> !known.contains(it.uid()))
                            .filter(it -> it.startsAt().isAfter(call.time()))
                            .toList();
                });
    }

    private Uni<Outcome> add(
            Call<ComponentUsed> call, Mutiny.StatelessSession tx, GuildId guild, Wish wish, List<Entry> entries) {
        var events = entries.stream()
                .map(entry -> new Gathering(
                        0,
                        guild,
                        call.member().id(),
                        new ChannelId(wish.channel()),
                        entry,
                        Optional.empty(),
                        false,
                        call.time(),
                        Optional.empty()))
                .toList();
        return gatherings
                .addAll(tx, events)
                .call(added -> Multi.createFrom()
                        .iterable(added)
                        .onItem()
                        .transformToUniAndConcatenate(it -> agenda.schedule(tx, it, call.id(), call.time()))
                        .collect()
                        .last())
                .call(added -> deeds.note(tx, deed(call, guild, added), call.time()))
                .call(() -> importing.forget(tx, guild, call.member().id()))
                .map(added -> Outcome.update(MessageBody.text(
                                said(added.size(), wish.entries().size() - added.size())))
                        .emitting(Community.audited(call, guild, "calendar-imported", Integer.toString(added.size()))));
    }

    private static String said(int added, int known) {
        return (added == 1 ? "1 event is" : added + " events are") + " on the calendar now."
                + (known == 0 ? "" : " " + known + " had been there before, or begun.")
                + " `/undo` takes all of it back.";
    }

    private static Deed deed(Call<ComponentUsed> call, GuildId guild, List<Gathering> added) {
        return new Deed(
                guild,
                call.member().id(),
                call.member().id(),
                CalendarUndo.OfImports.KIND,
                Long.toString(added.getFirst().id()),
                "your import of " + (added.size() == 1 ? "1 event" : added.size() + " events"),
                Map.of(),
                Map.of(
                        CalendarUndo.OfImports.EVENTS,
                        added.stream().map(it -> Long.toString(it.id())).collect(Collectors.joining(","))));
    }
}
