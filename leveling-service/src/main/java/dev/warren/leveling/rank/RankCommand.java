package dev.warren.leveling.rank;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.standing.Standings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /rank [member]}: level, place and progress, for everybody to see. */
@ApplicationScoped
class RankCommand implements CommandHandler {
    private static final String MEMBER = "member";

    private final Standings standings;

    RankCommand(Standings standings) {
        this.standings = standings;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("rank", "Shows level, place and progress of a member")
                .module(LevelingSettings.MODULE)
                .options(option(MEMBER, "Whose rank; yours if you name nobody", OptionType.USER))
                .example("rank @Ada")
                .aliases("level", "lvl")
                .in("de", "rang", "Zeigt Level, Platz und Fortschritt eines Mitglieds")
                .in("es-ES", "rango", "Muestra nivel, puesto y progreso de un miembro")
                .in("es-419", "rango", "Muestra nivel, puesto y progreso de un miembro")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        if (call.guild().isEmpty()) {
            return Uni.createFrom().item(Outcome.refused("guild-only", RankTexts.GUILD_ONLY));
        }
        var guild = call.guild().get();
        var named = Optional.ofNullable(call.payload().options().get(MEMBER));
        return (named.isPresent() ? another(guild, call.member().id(), named.get()) : own(guild, call.member()))
                .map(Outcome::message);
    }

    private Uni<MessageBody> own(GuildId guild, Member member) {
        return standings
                .find(guild, member.id())
                .map(found -> found.map(RankTexts::of).orElseGet(RankTexts::nothingYet));
    }

    private Uni<MessageBody> another(GuildId guild, UserId caller, OptionValue named) {
        var member = named.asUser();
        if (named.member().filter(Member::bot).isPresent()) {
            return Uni.createFrom().item(RankTexts.bot(named.member().get().displayName()));
        }
        return standings
                .find(guild, member)
                .map(found -> found.map(RankTexts::of)
                        .orElseGet(() -> member.equals(caller)
                                ? RankTexts.nothingYet()
                                : RankTexts.nothingYet(
                                        named.member().map(Member::displayName).orElse("This member"))));
    }
}
