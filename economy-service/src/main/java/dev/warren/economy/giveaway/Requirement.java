package dev.warren.economy.giveaway;

import dev.warren.economy.desk.Spans;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.ids.RoleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may enter a giveaway.
 *
 * @param role that one must have
 * @param level that one must have reached
 * @param age how old the account must be, by its id
 */
record Requirement(Optional<RoleId> role, Optional<Integer> level, Optional<Duration> age) {
    /** What a member lacks, in words; nothing when they may enter. */
    List<String> lacking(Member member, int reached, Instant at) {
        var lacking = new ArrayList<String>();
        role.filter(needed -> !member.roles().contains(needed))
                .ifPresent(needed -> lacking.add("the role <@&" + needed + ">"));
        level.filter(needed -> reached < needed)
                .ifPresent(needed -> lacking.add("level " + needed + " (yours is " + reached + ")"));
        age.filter(needed -> member.id().createdAt().plus(needed).isAfter(at))
                .ifPresent(needed -> lacking.add("an account that is at least " + Spans.say(needed) + " old"));
        return lacking;
    }

    /** For everybody to read; nothing where all may enter. */
    List<String> words() {
        var words = new ArrayList<String>();
        role.ifPresent(needed -> words.add("role <@&" + needed + ">"));
        level.ifPresent(needed -> words.add("level " + needed));
        age.ifPresent(needed -> words.add("account at least " + Spans.say(needed) + " old"));
        return words;
    }
}
