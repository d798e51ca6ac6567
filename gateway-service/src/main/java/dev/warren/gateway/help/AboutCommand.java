package dev.warren.gateway.help;

import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.commands.CommandCatalogue;
import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.identity.Identity;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.LinkButton;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /about}: version, since when, which services were seen, and links. */
@ApplicationScoped
class AboutCommand implements CommandHandler {
    private final GatewayConfig config;
    private final CommandCatalogue catalogue;
    private final GuildDirectory guilds;
    private final Identity identity;
    private final String version;

    AboutCommand(
            GatewayConfig config,
            CommandCatalogue catalogue,
            GuildDirectory guilds,
            Identity identity,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.config = config;
        this.catalogue = catalogue;
        this.guilds = guilds;
        this.identity = identity;
        this.version = version;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("about", "Shows who I am")
                .everywhere()
                .in("de", "info", "Zeigt, wer ich bin")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        var embed = Embed.of("Warren", "The bot of a community, in parts that each do one thing.")
                .withFields(List.of(
                        new Embed.Field("Version", version, true),
                        new Embed.Field("Up since", "<t:" + started.getEpochSecond() + ":R>", true),
                        new Embed.Field("Servers", String.valueOf(guilds.size()), true),
                        new Embed.Field("Services", services(), false)));
        var body = MessageBody.embed(embed);
        var links = links();
        return Uni.createFrom().item(Outcome.message(links.isEmpty() ? body : body.withRows(new Row(links))));
    }

    private String services() {
        var all = catalogue.services().stream().collect(Collectors.joining(", "));
        return all.isEmpty() ? "none seen yet" : all;
    }

    private List<Component> links() {
        var links = new ArrayList<Component>();
        identity.now()
                .ifPresent(bot -> links.add(new LinkButton(
                        "https://discord.com/oauth2/authorize?client_id=" + bot.application()
                                + "&scope=bot+applications.commands",
                        "Invite me")));
        config.links().source().ifPresent(address -> links.add(new LinkButton(address.toString(), "Source")));
        config.links().support().ifPresent(address -> links.add(new LinkButton(address.toString(), "Support")));
        return links;
    }
}
