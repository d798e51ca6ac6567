package dev.warren.memory.profile;

import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Completes timezones; the time there tells people which one is theirs. */
@ApplicationScoped
class ProfileCompletion implements CompletionHandler {
    private static final int MOST = 25;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    @Override
    public String command() {
        return ProfileCommand.NAME;
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        return Uni.createFrom().item(zones(request.typed(), request.requestedAt()));
    }

    static List<Choice> zones(String typed, Instant now) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .filter(zone -> zone.toLowerCase(Locale.ROOT).contains(wanted))
                // a place that begins with what was typed comes before one that has it somewhere
                .sorted(Comparator.comparing((String zone) -> !zone.toLowerCase(Locale.ROOT)
                                .substring(zone.indexOf('/') + 1)
                                .startsWith(wanted))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .map(zone -> new Choice(zone + ", " + CLOCK.format(now.atZone(ZoneId.of(zone))) + " there", zone))
                .toList();
    }
}
