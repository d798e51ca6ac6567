package dev.warren.gateway.permissions;

import dev.warren.gateway.commands.CommandOverrides;
import dev.warren.gateway.commands.CommandOverrides.Access;
import dev.warren.gateway.commands.CommandOverrides.Rules;
import dev.warren.gateway.permissions.PermissionsCommand.Target;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.Snowflake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What administrators read about permissions. */
final class PermissionTexts {
    /** Under Discord's 4,096 characters of an embed's description, with room for what is left out. */
    private static final int LONGEST = 4_000;

    private PermissionTexts() {}

    /** What was changed: of everything, or of one command with its subcommands. */
    static Embed page(CommandOverrides held, Optional<String> command, GuildId guild) {
        var text = new StringBuilder();
        for (var entry : held.rules().entrySet()) {
            if (command.isPresent()
                    && !entry.getKey().equals(command.get())
                    && !entry.getKey().startsWith(command.get() + " ")) {
                continue;
            }
            var line = "`/" + entry.getKey() + "`: " + rules(entry.getValue(), guild) + "\n";
            if (text.length() + line.length() > LONGEST) {
                text.append("… and more: ask for one command with `/permissions show`.");
                break;
            }
            text.append(line);
        }
        return Embed.of(
                "Permissions",
                text.isEmpty()
                        ? "Nothing was changed"
                                + command.map(name -> " of `/" + name + "`").orElse("")
                                + ": what each command needs by itself holds everywhere."
                        : text.toString());
    }

    private static String rules(Rules rules, GuildId guild) {
        var parts = new ArrayList<String>();
        part(parts, "for ", rules.roles(), Access.ALLOW, id -> role(id, guild));
        part(parts, "not for ", rules.roles(), Access.DENY, id -> role(id, guild));
        part(parts, "only in ", rules.channels(), Access.ALLOW, PermissionTexts::channel);
        part(parts, "not in ", rules.channels(), Access.DENY, PermissionTexts::channel);
        return String.join("; ", parts);
    }

    private static <I extends Snowflake> void part(
            List<String> parts, String word, Map<I, Access> rules, Access access, Function<I, String> shown) {
        var those = rules.entrySet().stream()
                .filter(rule -> rule.getValue() == access)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingLong(Snowflake::value))
                .map(shown)
                .collect(Collectors.joining(", "));
        if (!those.isEmpty()) {
            parts.add(word + those);
        }
    }

    /** What is said when a change is done. */
    static String changed(CommandOverrides now, Target target, String what, GuildId guild) {
        var name = target.named().name();
        var shown = "`/" + name + "`";
        var text = now.of(name)
                .map(rules -> shown + " from now on: " + rules(rules, guild) + ".")
                .orElse("Nothing is changed any more of " + shown + ".");
        boolean hidden = what.equals("allow")
                && target.role().isPresent()
                && !target.named().command().description().permissions().equals(Permissions.NONE);
        return hidden
                ? text + "\nDiscord itself hides " + shown
                        + " from members without the permission that it was announced"
                        + " with. Allow it there too: Server Settings → Integrations."
                : text;
    }

    private static String role(RoleId role, GuildId guild) {
        return role.value() == guild.value() ? "@everyone" : "<@&" + role + ">";
    }

    private static String channel(ChannelId channel) {
        return "<#" + channel + ">";
    }
}
