package dev.warren.memory.profile;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.ModalHandler;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** What somebody wrote into the form of their profile. */
@ApplicationScoped
class ProfileForm implements ModalHandler {
    static final String HANDLER = "profile";

    private final ProfileChanges changes;

    ProfileForm(ProfileChanges changes) {
        this.changes = changes;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ModalSubmitted> call, CustomId id, Mutiny.StatelessSession tx) {
        var sent = call.payload().fields();
        var typed = new EnumMap<Field, String>(Field.class);
        for (var field : ProfilePage.IN_THE_FORM) {
            typed.put(field, sent.getOrDefault(field.id(), ""));
        }
        for (var field : ProfilePage.HANDLED) {
            typed.put(field, "");
        }
        var wrong = handles(sent.getOrDefault(ProfilePage.HANDLES, ""), typed);
        return wrong.map(why -> Uni.createFrom().item(ProfileChanges.refused(why)))
                .orElseGet(() -> changes.typed(call, tx, typed));
    }

    /** A line for each handle, {@code X: @warren}, or its link alone; gives what is wrong with one. */
    private static Optional<String> handles(String text, Map<Field, String> typed) {
        for (var line :
                text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            var field =
                    ProfilePage.HANDLED.stream().filter(it -> names(line, it)).findFirst();
            if (field.isEmpty()) {
                var shown = line.length() <= 60 ? line : line.substring(0, 60) + "…";
                return Optional.of("Each line must begin with X, YouTube or Twitch, such as `X: @warren`, not `"
                        + shown.replace('`', '\'') + "`.");
            }
            typed.put(field.get(), line.replaceFirst("(?i)^" + field.get().label() + "\\s*:\\s*", ""));
        }
        return Optional.empty();
    }

    private static boolean names(String line, Field field) {
        var lower = line.toLowerCase(Locale.ROOT);
        return lower.matches(field.id() + "\\s*:.*")
                || switch (field) {
                    case X -> lower.matches("(?:https?://)?(?:\\w+\\.)?(?:x|twitter)\\.com/.*");
                    case YOUTUBE -> lower.matches("(?:https?://)?(?:\\w+\\.)?youtube\\.com/.*");
                    case TWITCH -> lower.matches("(?:https?://)?(?:\\w+\\.)?twitch\\.tv/.*");
                    case NAME, BIO, GENRE, INFLUENCES, TIMEZONE, LANGUAGE -> false;
                };
    }
}
