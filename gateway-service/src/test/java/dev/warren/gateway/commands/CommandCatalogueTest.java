package dev.warren.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.commands.Describe;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceWithdrawn;
import dev.warren.schemas.bot.CommandDescription;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CommandCatalogueTest {
    private final Catalogues known = new Catalogues();
    private final CommandCatalogue catalogue = known.catalogue;

    private static CommandDescription command(String name, String... aliases) {
        return Describe.command(name, "Does " + name).aliases(aliases).build();
    }

    @Test
    void higherVersion_wins_whateverComesLater() {
        known.announce("a", 2, command("new"));
        known.announce("a", 1, command("old"));
        assertThat(catalogue.index().command("new")).isPresent();
        assertThat(catalogue.index().command("old")).isEmpty();
    }

    @Test
    void tombstone_takesAServiceAway_butAnOlderOneDoesNot() {
        known.announce("a", 2, command("one"));
        known.tell(new ServiceWithdrawn("a", 1));
        assertThat(catalogue.services()).containsExactly("a");
        known.tell(new ServiceWithdrawn("a", 2));
        assertThat(catalogue.services()).isEmpty();
        assertThat(catalogue.index().commands()).isEmpty();
    }

    @Test
    void sameAnnouncement_again_isNoChange() {
        var changes = new AtomicInteger();
        catalogue.whenChanged(changes::incrementAndGet);
        known.announce("a", 1, command("one"));
        known.announce("a", 1, command("one"));
        assertThat(changes).hasValue(1);
    }

    @Test
    void name_goesBeforeAnAlias_andTheFirstServiceByTheAlphabetHasAName() {
        known.announce("b", 1, command("rank"), command("top"));
        known.announce("a", 1, command("rank"), command("best", "top"));
        assertThat(catalogue.index().findWritten("rank"))
                .hasValueSatisfying(found -> assertThat(found.service()).isEqualTo("a"));
        assertThat(catalogue.index().findWritten("TOP"))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("top"));
    }
}
