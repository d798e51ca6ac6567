package dev.warren.leveling.administration;

import dev.warren.leveling.standing.Shown;

/** How numbers of things are said. */
final class Words {
    private Words() {}

    static String members(long count) {
        return Shown.number(count) + (count == 1 ? " member" : " members");
    }
}
