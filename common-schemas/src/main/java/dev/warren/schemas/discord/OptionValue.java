package dev.warren.schemas.discord;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.util.Optional;

/**
 * A checked argument.
 *
 * @param type as announced
 * @param value canonical text: snowflakes and numbers in decimal, {@code true} or {@code false}, durations in ISO-8601
 * @param member for a user: as Discord resolved them
 */
public record OptionValue(OptionType type, String value, Optional<Member> member) {
    public static OptionValue text(String value) {
        return new OptionValue(OptionType.STRING, value, Optional.empty());
    }

    public long asLong() {
        return Long.parseLong(value);
    }

    public boolean asBoolean() {
        return Boolean.parseBoolean(value);
    }

    public UserId asUser() {
        return UserId.of(value);
    }

    public ChannelId asChannel() {
        return ChannelId.of(value);
    }

    public RoleId asRole() {
        return RoleId.of(value);
    }

    public Duration asDuration() {
        return Duration.parse(value);
    }
}
