package dev.warren.leveling.experience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.TestDatabase;
import dev.warren.leveling.experience.InMemoryProgress.NoTransaction;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.ids.GuildId;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Statistics are functions of the set of events. */
class OrderProperties {
    @Property(tries = 2_000)
    void rows_afterTwoDeliveriesOfOneSet_areTheSame(
            @ForAll long set, @ForAll long one, @ForAll long other, @ForAll @IntRange(min = 1, max = 80) int messages) {
        var facts = Deliveries.facts(new Random(set), new GuildId(1), messages);
        assertThat(rowsAfter(facts, one)).isEqualTo(rowsAfter(facts, other));
    }

    private static Rows rowsAfter(List<FactEvent> facts, long seed) {
        var progress = new InMemoryProgress();
        for (var batch : Deliveries.delivered(facts, new Random(seed))) {
            TestDatabase.await(progress.add(new NoTransaction(), batch));
        }
        return progress.rows();
    }
}
