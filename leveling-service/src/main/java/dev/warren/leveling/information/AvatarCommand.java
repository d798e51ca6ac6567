package dev.warren.leveling.information;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.standing.Shown;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /avatar [member]}: an avatar, large. */
@ApplicationScoped
class AvatarCommand implements CommandHandler {
    private static final String MEMBER = "member";
    private static final int SIZE = 1024;

    private final Pictures pictures;

    AvatarCommand(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("avatar", "Shows an avatar, large")
                .module(LevelingSettings.MODULE)
                .options(option(MEMBER, "Whose; yours if you name nobody", OptionType.USER))
                .example("avatar @Ada")
                .in("de", "avatar", "Zeigt einen Avatar in groß")
                .in("es-ES", "avatar", "Muestra un avatar en grande")
                .in("es-419", "avatar", "Muestra un avatar en grande")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var named = call.option(MEMBER);
        var member = named.isPresent() ? named.get().member() : java.util.Optional.of(call.member());
        return Uni.createFrom()
                .item(member.map(who -> Outcome.message(MessageBody.embed(
                                Embed.of(Shown.name(who.displayName()), "").withImage(pictures.avatar(who, SIZE)))))
                        .orElseGet(() -> Outcome.refused("unknown-member", "I do not know this member.")));
    }
}
