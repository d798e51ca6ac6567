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
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /roleinfo role}: what a role is and may do. */
@ApplicationScoped
class RoleInfoCommand implements CommandHandler {
    private static final String ROLE = "role";

    private final KnownGuilds guilds;

    RoleInfoCommand(KnownGuilds guilds) {
        this.guilds = guilds;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("roleinfo", "Shows what a role is and may do")
                .module(LevelingSettings.MODULE)
                .options(option(ROLE, "Which role", OptionType.ROLE).required())
                .example("roleinfo @Artist")
                .in("de", "rolleninfo", "Zeigt, was eine Rolle ist und darf")
                .in("es-ES", "rol", "Muestra qué es un rol y qué permite")
                .in("es-419", "rol", "Muestra qué es un rol y qué permite")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var role = call.required(ROLE).asRole();
        return Uni.createFrom()
                .item(call.guild()
                        .flatMap(guild -> guilds.role(guild, role))
                        .map(known -> Outcome.message(MessageBody.embed(embed(known))))
                        .orElseGet(() -> Outcome.refused("unknown-role", "I do not know this role.")));
    }

    private static Embed embed(RoleKnown role) {
        var embed = Embed.of(Shown.name(role.name()), "<@&" + role.role() + ">")
                .withFields(List.of(
                        Words.field("Id", "`" + role.role() + "`"),
                        Words.field("Made", Words.since(role.role().value())),
                        Words.field("Position", Shown.number(role.position())),
                        Words.field("Color", role.color() == 0 ? "none" : "`#%06X`".formatted(role.color())),
                        Words.field("Everybody may mention it", role.mentionable() ? "yes" : "no"),
                        Words.field("Run by an integration", role.managed() ? "yes" : "no"),
                        new Embed.Field("Permissions", permissions(role), false)));
        return role.color() == 0 ? embed : embed.withColor(role.color());
    }

    private static String permissions(RoleKnown role) {
        var may = Arrays.stream(Permission.values())
                .filter(permission -> role.permissions().allows(Permissions.of(permission)))
                .map(permission -> permission.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return may.isEmpty() ? "none" : may.length() <= 1024 ? may : may.substring(0, 1023) + "…";
    }
}
