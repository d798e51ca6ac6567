package dev.warren.leveling.information;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.activity.Arrivals;
import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.standing.Shown;
import dev.warren.leveling.standing.Standings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.Embed.Field;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /userinfo [member]}: who somebody is. */
@ApplicationScoped
class UserInfoCommand implements CommandHandler {
    private static final String MEMBER = "member";
    private static final int SIZE = 256;
    /** Roles that a field has room for. */
    private static final int ROLES = 30;

    private final Pictures pictures;
    private final Arrivals arrivals;
    private final Standings standings;

    UserInfoCommand(Pictures pictures, Arrivals arrivals, Standings standings) {
        this.pictures = pictures;
        this.arrivals = arrivals;
        this.standings = standings;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("userinfo", "Shows who a member is: names, dates, roles, level")
                .module(LevelingSettings.MODULE)
                .options(option(MEMBER, "Who; you if you name nobody", OptionType.USER))
                .example("userinfo @Ada")
                .aliases("whois")
                .in("de", "nutzerinfo", "Zeigt, wer ein Mitglied ist: Namen, Daten, Rollen, Level")
                .in("es-ES", "usuario", "Muestra quién es un miembro: nombres, fechas, roles, nivel")
                .in("es-419", "usuario", "Muestra quién es un miembro: nombres, fechas, roles, nivel")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var named = call.option(MEMBER);
        var member = named.isPresent() ? named.get().member() : Optional.of(call.member());
        if (call.guild().isEmpty() || member.isEmpty()) {
            return Uni.createFrom().item(Outcome.refused("unknown-member", "I do not know this member."));
        }
        return fields(call.guild().get(), member.get(), call)
                .map(fields -> Outcome.message(MessageBody.embed(Embed.of(
                                Shown.name(member.get().displayName()),
                                "<@" + member.get().id() + ">")
                        .withThumbnail(pictures.avatar(member.get(), SIZE))
                        .withFields(fields))));
    }

    private Uni<List<Field>> fields(GuildId guild, Member member, Call<CommandInvoked> call) {
        return arrivals.joined(guild, member.id())
                .chain(joined -> standings.find(guild, member.id()).map(standing -> {
                    var fields = new ArrayList<Field>();
                    fields.add(Words.field("Name", "`" + member.name().replace("`", "'") + "`"));
                    fields.add(Words.field("Id", "`" + member.id() + "`"));
                    if (member.bot()) {
                        fields.add(Words.field("Bot", "yes"));
                    }
                    fields.add(Words.field("At Discord", Words.since(member.id().value())));
                    joined.ifPresent(at -> fields.add(Words.field("Joined", Words.since(at))));
                    boolean own = member.id().equals(call.member().id());
                    standing.filter(found -> !found.look().hidden() && (own || !member.bot()))
                            .ifPresent(found -> fields.add(Words.field(
                                    "Level",
                                    "%s (place %s)"
                                            .formatted(Shown.number(found.level()), Shown.number(found.place())))));
                    if (!member.roles().isEmpty()) {
                        fields.add(new Field("Roles", roles(member), false));
                    }
                    return fields;
                }));
    }

    private static String roles(Member member) {
        var shown = member.roles().stream()
                .limit(ROLES)
                .map(role -> "<@&" + role + ">")
                .collect(Collectors.joining(" "));
        int more = member.roles().size() - ROLES;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
