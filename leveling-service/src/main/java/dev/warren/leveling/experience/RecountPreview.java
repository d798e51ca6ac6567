package dev.warren.leveling.experience;

import dev.warren.schemas.ids.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a recount would change.
 *
 * @param members who were looked at
 * @param gained XP of those who gain, in all
 * @param lost XP of those who lose, in all
 * @param most the largest changes, the largest first
 */
public record RecountPreview(int members, int gaining, int losing, long gained, long lost, List<Change> most) {
    static final RecountPreview NOTHING = new RecountPreview(0, 0, 0, 0, 0, List.of());
    private static final int SHOWN = 10;

    public RecountPreview {
        most = List.copyOf(most);
    }

    /** What a member earned by the rules that held, and would have by those of now. */
    public record Change(UserId member, String name, long before, long after) {
        public long difference() {
            return after - before;
        }
    }

    RecountPreview plus(List<Change> changes) {
        var up = changes.stream().filter(change -> change.difference() > 0).toList();
        var down = changes.stream().filter(change -> change.difference() < 0).toList();
        return new RecountPreview(
                members + changes.size(),
                gaining + up.size(),
                losing + down.size(),
                gained + up.stream().mapToLong(Change::difference).sum(),
                lost - down.stream().mapToLong(Change::difference).sum(),
                Stream.concat(most.stream(), changes.stream())
                        .filter(change -> change.difference() != 0)
                        .sorted(Comparator.comparingLong((Change change) -> -Math.abs(change.difference()))
                                .thenComparing(change -> change.member().value()))
                        .limit(SHOWN)
                        .toList());
    }
}
