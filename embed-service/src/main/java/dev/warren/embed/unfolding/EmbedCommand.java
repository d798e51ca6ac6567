package dev.warren.embed.unfolding;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.embed.EmbedConfig;
import dev.warren.embed.EmbedSettings;
import dev.warren.embed.cache.Previews;
import dev.warren.embed.cache.Shown;
import dev.warren.embed.links.Addresses;
import dev.warren.embed.links.Link;
import dev.warren.embed.unfolding.Cards.Card;
import dev.warren.embed.unfolding.OptOuts.Kind;
import dev.warren.embed.unfolding.OptOuts.Off;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /embed}: who wants links shown and who does not, what holds here, and what a link would show. */
@ApplicationScoped
class EmbedCommand implements CommandHandler {
    private static final String LINKS = "links";
    private static final String ON = "on";
    private static final String OFF = "off";
    private static final int SHOWN_OFF = 20;

    private final EmbedConfig.Unfolding config;
    private final Previews previews;
    private final OptOuts optOuts;
    private final AgeRestrictions channels;

    EmbedCommand(EmbedConfig config, Previews previews, OptOuts optOuts, AgeRestrictions channels) {
        this.config = config.unfolding();
        this.previews = previews;
        this.optOuts = optOuts;
        this.channels = channels;
    }

    @Override
    public CommandDescription description() {
        var guild = Permissions.of(Permission.MANAGE_GUILD);
        return Describe.command("embed", "What the bot shows of links")
                .module(EmbedSettings.MODULE)
                .subcommand("off", "Your links are not shown here any more", AnswerKind.EPHEMERAL, "embed off")
                .subcommand("on", "Your links are shown here again", AnswerKind.EPHEMERAL, "embed on")
                .subcommand(
                        "settings", "What holds in this server, and for you", AnswerKind.EPHEMERAL, "embed settings")
                .subcommand(
                        "preview",
                        "What a link would show",
                        AnswerKind.EPHEMERAL,
                        "embed preview https://example.org",
                        option("link", "The address", OptionType.STRING)
                                .required()
                                .between(8, 2_000))
                .subcommand(
                        Optional.empty(),
                        "channel",
                        "Whether links are shown in a channel",
                        AnswerKind.EPHEMERAL,
                        "embed channel off #general",
                        guild,
                        option(LINKS, "On or off", OptionType.STRING).required().choices(ON, OFF),
                        option("channel", "Which one; this one where none is named", OptionType.CHANNEL))
                .subcommand(
                        Optional.empty(),
                        "site",
                        "Whether links to a site are shown",
                        AnswerKind.EPHEMERAL,
                        "embed site off example.org",
                        guild,
                        option(LINKS, "On or off", OptionType.STRING).required().choices(ON, OFF),
                        option("site", "Its name, such as example.org", OptionType.STRING)
                                .required()
                                .between(3, 253))
                .bare("settings")
                .build();
    }

    /** What a link shows is looked up before the transaction. */
    @Override
    public Uni<Void> prepare(Call<CommandInvoked> call) {
        return link(call)
                .map(link -> previews.look(link).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild = call.guild().orElseThrow();
        var sub = call.payload().subcommand().orElse("settings");
        return switch (sub) {
            case OFF, ON -> self(call, tx, guild, sub.equals(OFF));
            case "channel" -> channel(call, tx, guild);
            case "site" -> site(call, tx, guild);
            case "preview" -> preview(call);
            case "settings" ->
                optOuts.of(tx, guild, Optional.of(call.member().id())).map(off -> settings(call, off));
            default -> throw new IllegalArgumentException("no such subcommand: " + sub);
        };
    }

    private Uni<Outcome> self(Call<CommandInvoked> call, Mutiny.StatelessSession tx, GuildId guild, boolean off) {
        return optOuts.set(tx, guild, Kind.MEMBER, call.member().id(), off)
                .replaceWith(said(
                        off
                                ? "I don't show what your links lead to in this server any more. `/embed on` brings it back."
                                : "I show again what your links lead to in this server."));
    }

    private Uni<Outcome> channel(Call<CommandInvoked> call, Mutiny.StatelessSession tx, GuildId guild) {
        var channel = call.option("channel")
                .map(OptionValue::asChannel)
                .orElse(call.origin().channel());
        boolean off = isOff(call);
        return change(call, tx, guild, Kind.CHANNEL, channel, off)
                .map(done -> done.orElseGet(() -> said(
                        off
                                ? "Links in <#" + channel + "> are not shown any more."
                                : "Links in <#" + channel + "> are shown.")));
    }

    private Uni<Outcome> site(Call<CommandInvoked> call, Mutiny.StatelessSession tx, GuildId guild) {
        var named = call.required("site").value().strip();
        var address = Addresses.canonical(named.contains("://") ? named : "https://" + named)
                .filter(url -> String.valueOf(url.getHost()).contains("."));
        if (address.isEmpty()) {
            return Uni.createFrom()
                    .item(Outcome.refused("no-site", "`site` must be the name of a site, such as example.org."));
        }
        var site = Addresses.site(address.get());
        boolean off = isOff(call);
        return change(call, tx, guild, Kind.SITE, site, off)
                .map(done -> done.orElseGet(() -> said(
                        off ? "Links to " + site + " are not shown any more." : "Links to " + site + " are shown.")));
    }

    /** A refusal, or none when it was done. */
    private Uni<Optional<Outcome>> change(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            GuildId guild,
            Kind kind,
            Object subject,
            boolean off) {
        return optOuts.of(tx, guild, Optional.of(call.member().id())).chain(held -> {
            if (off && !held.has(kind, subject) && held.all(kind).size() >= OptOuts.MOST) {
                return Uni.createFrom()
                        .item(Optional.of(Outcome.refused(
                                "too-many-off", "At most " + OptOuts.MOST + " can be off; turn some on again first.")));
            }
            return optOuts.set(tx, guild, kind, subject, off).replaceWith(Optional.empty());
        });
    }

    private static boolean isOff(Call<CommandInvoked> call) {
        return call.required(LINKS).value().equals(OFF);
    }

    private Outcome settings(Call<CommandInvoked> call, Off off) {
        var lines = List.of(
                "Links are shown here: **" + (call.settings().moduleOn(EmbedSettings.MODULE) ? ON : OFF) + "**"
                        + " (`/settings set module.embed`)",
                "Where Discord shows a link itself: **"
                        + (EmbedSettings.replaces(call.settings())
                                ? "the bot's takes its place"
                                : "the bot shows nothing more")
                        + "** (`/settings set embed.native`)",
                "Discord is given " + config.patience().toSeconds() + " s, and at most " + config.mostLinks()
                        + " links of a message are shown",
                "Your own links: **" + (off.has(Kind.MEMBER, call.member().id()) ? OFF : ON)
                        + "** (`/embed on`, `/embed off`)",
                "Channels that are off: " + listed(off.all(Kind.CHANNEL), channel -> "<#" + channel + ">"),
                "Sites that are off: " + listed(off.all(Kind.SITE), site -> site));
        return said(String.join("\n", lines));
    }

    private static String listed(List<String> subjects, UnaryOperator<String> name) {
        var some = subjects.stream().limit(SHOWN_OFF).map(name).collect(Collectors.joining(", "));
        return subjects.isEmpty()
                ? "none"
                : subjects.size() > SHOWN_OFF ? some + " and " + (subjects.size() - SHOWN_OFF) + " more" : some;
    }

    private Uni<Outcome> preview(Call<CommandInvoked> call) {
        var link = link(call);
        if (link.isEmpty()) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "no-link", "`link` must be an address that begins with http:// or https://."));
        }
        return previews.remembered(List.of(link.get()))
                .map(known -> Optional.ofNullable(known.get(link.get()))
                        .map(shown -> shown(shown, link.get(), call.origin().channel()))
                        .orElseGet(() -> Outcome.refused(
                                "still-asking", "That site takes its time; ask again in a few seconds.")));
    }

    private Outcome shown(Shown shown, URI link, ChannelId channel) {
        return switch (shown) {
            case Shown.Known(var provider, var preview)
            when preview.adult() && !channels.restricts(channel) ->
                Outcome.refused("age-restricted", "That is shown in age-restricted channels alone.");
            case Shown.Known(var provider, var preview) ->
                Outcome.ephemeral(MessageBody.embed(Cards.embed(new Card(new Link(link, false), preview))));
            case Shown.Nothing(var reason) -> said("There is nothing to show: " + reason + ".");
            case Shown.Trouble(var reason) -> said("I could not find out: " + reason + ".");
            case Shown.Busy _ -> said("Too much is asked of me just now; try again in a moment.");
        };
    }

    private static Optional<URI> link(Call<CommandInvoked> call) {
        return call.option("link")
                .flatMap(value -> Addresses.canonical(value.value().strip()));
    }

    private static Outcome said(String text) {
        return Outcome.ephemeral(MessageBody.text(text));
    }
}
