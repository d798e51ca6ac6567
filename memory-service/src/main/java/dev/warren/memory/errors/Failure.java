package dev.warren.memory.errors;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.runtime.trouble.Incidents;
import dev.warren.schemas.bot.DeadLetterEvent.PutAside;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topics;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a member met.
 *
 * @param incident what the member was told
 * @param what which command, button or form it was; never what was written
 * @param reason the kind of error
 */
record Failure(GuildId guild, String incident, String service, String what, String reason, Instant at) {
    private static final Pattern MEMBER_OF_GUILD = Pattern.compile("([1-9]\\d{0,18}):[1-9]\\d{0,18}");
    private static final Pattern NAME = Pattern.compile("[-_\\p{Ll}\\p{Lo}\\p{N}']{1,32}");
    private static final int LONGEST_REASON = 200;
    private static final ObjectMapper JSON = WireJson.mapper();

    /** None for what no member of a guild saw. */
    static Optional<Failure> of(PutAside aside) {
        if (!aside.topic().equals(Topics.INTERACTIONS.name())) {
            return Optional.empty();
        }
        var guild = aside.key()
                .map(MEMBER_OF_GUILD::matcher)
                .filter(key -> key.matches())
                .map(key -> key.group(1));
        var event = Optional.ofNullable(aside.headers().get(Headers.ID)).filter(id -> !id.isBlank());
        return guild.flatMap(in -> event.map(id -> new Failure(
                GuildId.of(in),
                Incidents.id(EventId.of(id)),
                aside.service(),
                what(aside),
                reason(aside),
                aside.at())));
    }

    /** The name alone is read of what was asked. */
    private static String what(PutAside aside) {
        try {
            var asked = JSON.readTree(Base64.getDecoder().decode(aside.value().orElse("")));
            var command = asked == null ? "" : asked.path("command").asText("");
            if (NAME.matcher(command).matches()) {
                return "/" + command;
            }
            var custom = asked == null
                    ? new String[0]
                    : asked.path("customId").asText("").split(":", 3);
            return custom.length > 1 && NAME.matcher(custom[1]).matches() ? "a use of " + custom[1] : "something";
        } catch (IOException | IllegalArgumentException e) {
            return "something";
        }
    }

    /** The class of the error, without package and message. */
    private static String reason(PutAside aside) {
        var name = aside.reason().split(":", 2)[0];
        var simple = name.substring(name.lastIndexOf('.') + 1);
        return simple.substring(0, Math.min(LONGEST_REASON, simple.length())).replace('`', '\'');
    }
}
