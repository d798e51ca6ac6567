package dev.warren.memory.profile;

import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.topics.Service;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A profile as people read and write it. */
final class ProfilePage {
    /** The field of the form that holds all handles, a line for each. */
    static final String HANDLES = "handles";

    static final List<Field> IN_THE_FORM = List.of(Field.NAME, Field.BIO, Field.GENRE, Field.INFLUENCES);
    static final List<Field> HANDLED = List.of(Field.X, Field.YOUTUBE, Field.TWITCH);

    private static final int COLOR = 0x5865F2;
    private static final int LONGEST_HANDLES = 400;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private ProfilePage() {}

    /** The profile; nobody is pinged by an embed. */
    static Embed of(Profile profile, Member of, Instant now) {
        var title = profile.value(Field.NAME).orElse(of.displayName());
        var fields = new ArrayList<Embed.Field>();
        profile.value(Field.GENRE).ifPresent(value -> fields.add(field(Field.GENRE, value, true)));
        profile.value(Field.INFLUENCES).ifPresent(value -> fields.add(field(Field.INFLUENCES, value, false)));
        for (var handle : HANDLED) {
            profile.value(handle)
                    .ifPresent(value -> fields.add(field(
                            handle,
                            handle.link(value)
                                    .map(link -> "[" + value.replace("_", "\\_") + "](" + link + ")")
                                    .orElse(value),
                            true)));
        }
        profile.timezone()
                .ifPresent(zone -> fields.add(field(
                        Field.TIMEZONE, zone.getId() + ", " + CLOCK.format(now.atZone(zone)) + " there now", true)));
        profile.value(Field.LANGUAGE)
                .ifPresent(value -> fields.add(
                        field(Field.LANGUAGE, Locale.forLanguageTag(value).getDisplayLanguage(Locale.ENGLISH), true)));
        return Embed.of(title, profile.value(Field.BIO).orElse(""))
                .withColor(COLOR)
                .withFields(fields);
    }

    private static Embed.Field field(Field field, String value, boolean inline) {
        return new Embed.Field(field.label(), value, inline);
    }

    /** The form, filled with what is told so far. */
    static Modal form(Profile profile) {
        var inputs = new ArrayList<Modal.Input>();
        for (var field : IN_THE_FORM) {
            inputs.add(new Modal.Input(
                    field.id(),
                    field.label(),
                    field == Field.BIO || field == Field.INFLUENCES,
                    false,
                    0,
                    field.longest(),
                    profile.value(field),
                    Optional.empty()));
        }
        inputs.add(new Modal.Input(
                HANDLES,
                "Elsewhere: X, YouTube, Twitch",
                true,
                false,
                0,
                LONGEST_HANDLES,
                handles(profile),
                Optional.of("X: @warren\nYouTube: @warren\nTwitch: warren")));
        return new Modal(
                CustomId.of(Service.MEMORY, ProfileForm.HANDLER).toString(),
                "Your profile",
                inputs,
                AnswerKind.EPHEMERAL);
    }

    private static Optional<String> handles(Profile profile) {
        var lines = HANDLED.stream()
                .flatMap(field -> profile.value(field).map(value -> field.label() + ": " + value).stream())
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }
}
