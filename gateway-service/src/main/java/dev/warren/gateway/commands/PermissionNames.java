package dev.warren.gateway.commands;

import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Permissions as Discord's own settings call them. */
public final class PermissionNames {
    private PermissionNames() {}

    /** Such as {@code Manage Server, Ban Members}. */
    public static String of(Permissions permissions) {
        return Arrays.stream(Permission.values())
                .filter(permission -> (permissions.bits() & permission.bit()) != 0)
                .map(PermissionNames::name)
                .collect(Collectors.joining(", "));
    }

    private static String name(Permission permission) {
        return switch (permission) {
            case MANAGE_GUILD -> "Manage Server";
            case MODERATE_MEMBERS -> "Timeout Members";
            case USE_VAD -> "Use Voice Activity";
            default -> words(permission.name());
        };
    }

    /** A constant's name as words: {@code MESSAGE_CONTENT} as {@code Message Content}. */
    public static String words(String constant) {
        return Arrays.stream(constant.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
