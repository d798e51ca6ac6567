package dev.warren.ai.zones;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.texts.Similar;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /time Tokyo}: by the time it was asked, so that a redelivery says the same. */
@ApplicationScoped
class TimeCommand implements CommandHandler, CompletionHandler {
    private static final int LONGEST = 64;
    private static final int CHOICES = 25;

    @Override
    public CommandDescription description() {
        return Describe.command("time", "Tells the time in a city or a time zone")
                .module("ai")
                .options(option("place", "Such as Tokyo, Europe/Berlin or UTC+2; else the server's", OptionType.STRING)
                        .between(1, LONGEST)
                        .completed()
                        .rest())
                .example("time Tokyo")
                .everywhere()
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var place = call.option("place").map(OptionValue::value);
        var zone = place.flatMap(Zones::find);
        if (place.isPresent() && zone.isEmpty()) {
            return Uni.createFrom().item(Outcome.refused("no-zone", unknown(place.get())));
        }
        var said = WorldClock.in(zone.orElseGet(() -> call.settings().timezone()), call.time());
        return Uni.createFrom().item(Outcome.message(MessageBody.text("🕒 " + said)));
    }

    static String unknown(String place) {
        var wanted = place.toLowerCase(Locale.ROOT);
        var near = Similar.nearest(wanted, Zones.names())
                .map(name -> " Did you mean `" + name + "`?")
                .orElse("");
        return "`place` must be a city or a zone, such as `Tokyo`, `Europe/Berlin` or `UTC+2`; I do not know `%s`.%s"
                .formatted(place.replace('`', '\''), near);
    }

    @Override
    public String command() {
        return "time";
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        return Uni.createFrom()
                .item(Zones.like(request.typed(), CHOICES).stream()
                        .map(id -> new Choice(id, ZoneId.of(id).getId()))
                        .toList());
    }
}
