package dev.warren.leveling.level;

import dev.warren.leveling.surroundings.Surroundings;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.ids.RoleId;
import java.util.ArrayList;
import java.util.Optional;

/** What {@code /level-roles} says. */
final class LevelRolesTexts {
    private static final int GOLD = 0xF1C40F;

    private LevelRolesTexts() {}

    static String mention(RoleId role) {
        return "<@&" + role + ">";
    }

    static Embed of(Rewards rewards, Surroundings surroundings, Optional<Comparison.Report> last) {
        var lines = new ArrayList<String>();
        rewards.roles()
                .forEach((level, role) -> lines.add("Level **%d**: %s"
                        .formatted(
                                level,
                                surroundings.role(role).isPresent()
                                        ? mention(role)
                                        : "a role that was deleted (" + role + "); name another by `/level-roles add "
                                                + level + "`, or remove it")));
        if (lines.isEmpty()) {
            lines.add("No level is rewarded with a role yet. Begin by `/level-roles add 5 @Regular`.");
        } else {
            lines.add(
                    rewards.replacing()
                            ? "The highest role replaces those below it."
                            : "Members keep the roles of all levels.");
        }
        var embed = Embed.of("Level roles", String.join("\n", lines)).withColor(GOLD);
        return last.map(report -> embed.withFooter(
                        "Last compared %s: %d members, %d roles granted, %d withdrawn, %d refused, %d totals corrected"
                                .formatted(
                                        report.at(),
                                        report.members(),
                                        report.granted(),
                                        report.withdrawn(),
                                        report.refused(),
                                        report.corrected())))
                .orElse(embed);
    }
}
