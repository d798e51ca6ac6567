package dev.warren.leveling.information;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.standing.Shown;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /serverinfo}: what the guild is. */
@ApplicationScoped
class ServerInfoCommand implements CommandHandler {
    // Discord's channel types
    private static final int TEXT = 0;
    private static final int VOICE = 2;
    private static final int NEWS = 5;
    private static final int STAGE = 13;
    private static final int FORUM = 15;
    private static final int MEDIA = 16;

    private final KnownGuilds guilds;
    private final Pictures pictures;

    ServerInfoCommand(KnownGuilds guilds, Pictures pictures) {
        this.guilds = guilds;
        this.pictures = pictures;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("serverinfo", "Shows what this server is: owner, age, members, channels, roles")
                .module(LevelingSettings.MODULE)
                .example("serverinfo")
                .in("de", "serverinfo", "Zeigt, was dieser Server ist: Besitz, Alter, Mitglieder, Kanäle, Rollen")
                .in("es-ES", "servidor", "Muestra qué es este servidor: dueño, edad, miembros, canales, roles")
                .in("es-419", "servidor", "Muestra qué es este servidor: dueño, edad, miembros, canales, roles")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return Uni.createFrom()
                .item(call.guild()
                        .flatMap(guilds::guild)
                        .map(guild -> Outcome.message(MessageBody.embed(embed(guild))))
                        .orElseGet(() -> Outcome.refused(
                                "unknown-guild", "I do not know this server yet. Please ask again in a moment.")));
    }

    private Embed embed(GuildKnown guild) {
        var id = guild.guild();
        var embed = Embed.of(Shown.name(guild.name()), "")
                .withFields(List.of(
                        Words.field("Owner", "<@" + guild.owner() + ">"),
                        Words.field("Made", Words.since(id.value())),
                        Words.field("Members", Shown.number(guild.members())),
                        Words.field(
                                "Channels",
                                "%s text · %s voice"
                                        .formatted(
                                                Shown.number(guilds.channels(id, TEXT, NEWS, FORUM, MEDIA)),
                                                Shown.number(guilds.channels(id, VOICE, STAGE)))),
                        Words.field("Roles", Shown.number(guilds.roles(id))),
                        Words.field("Language", guild.locale().orElse("not said")),
                        Words.field("Id", "`" + id + "`")));
        return pictures.icon(guild).map(embed::withThumbnail).orElse(embed);
    }
}
