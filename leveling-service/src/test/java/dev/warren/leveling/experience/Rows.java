package dev.warren.leveling.experience;

import java.util.List;

/** All that is stored, in canonical order. */
record Rows(List<MinuteAward> awards, List<Member> members) {
    Rows {
        awards = List.copyOf(awards);
        members = List.copyOf(members);
    }

    /** A member's total and how they were last seen. */
    record Member(Sighting seen, long xp) {}
}
