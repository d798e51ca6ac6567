package dev.warren.schemas.discord;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * Discord's permission bits, written as a decimal string as Discord does. Source: Discord's API reference, "Permissions".
 *
 * @param bits bit set; more than 63 bits are not used by Discord
 */
public record Permissions(long bits) {
    public static final Permissions NONE = new Permissions(0);

    /** Whether all of these are held, or the administrator bit is. */
    public boolean allows(Permissions wanted) {
        return (bits & Permission.ADMINISTRATOR.bit()) != 0 || (bits & wanted.bits) == wanted.bits;
    }

    /** What is wanted and not held. */
    public Permissions missing(Permissions wanted) {
        return allows(wanted) ? NONE : new Permissions(wanted.bits & ~bits);
    }

    public static Permissions of(Permission... permissions) {
        long bits = 0;
        for (var permission : permissions) {
            bits |= permission.bit();
        }
        return new Permissions(bits);
    }

    /**
     * Reads Discord's text; bits beyond the 64th, should Discord add some, are dropped.
     *
     * @throws IllegalArgumentException when the text is not a decimal number without sign
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Permissions parse(String decimal) {
        if (decimal.isEmpty() || !decimal.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("permissions must be a decimal bit set: " + decimal);
        }
        // 18 digits always fit, and are the usual case.
        return new Permissions(decimal.length() <= 18 ? Long.parseLong(decimal) : new BigInteger(decimal).longValue());
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toUnsignedString(bits);
    }
}
