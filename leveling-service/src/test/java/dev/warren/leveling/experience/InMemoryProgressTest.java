package dev.warren.leveling.experience;

import dev.warren.leveling.TestDatabase;
import dev.warren.leveling.experience.InMemoryProgress.NoTransaction;
import dev.warren.leveling.experience.MinuteAward.Key;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.util.Map;

class InMemoryProgressTest extends ProgressContract {
    private final InMemoryProgress progress = new InMemoryProgress();

    @Override
    Map<Key, MessageId> add(Claims claims) {
        return TestDatabase.await(progress.add(new NoTransaction(), claims));
    }

    @Override
    Rows rows(GuildId guild) {
        return progress.rows();
    }
}
