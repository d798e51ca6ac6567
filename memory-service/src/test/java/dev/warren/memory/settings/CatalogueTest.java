package dev.warren.memory.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.commands.Describe;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final SettingDescription ANNOUNCE = new SettingDescription(
            "leveling.announce",
            "Where",
            "leveling",
            SettingType.CHANNEL,
            "",
            Optional.empty(),
            Optional.empty(),
            List.of());

    @Test
    void settings_ofAnyService_areKnownWithoutALineHere() {
        var leveling = new ServiceAnnounced("leveling", 1, List.of(), List.of(ANNOUNCE));

        assertThat(Catalogue.settings(List.of(leveling))).containsEntry("leveling.announce", ANNOUNCE);
    }

    @Test
    void settings_eachModuleOfACommand_hasASwitchThatIsOnByDefault() {
        var rank = Describe.command("rank", "Shows a rank").module("leveling").build();
        var settings = Describe.command("settings", "Shows settings")
                .module("settings")
                .build();
        var announced = new ServiceAnnounced("leveling", 1, List.of(rank, settings), List.of());

        var found = Catalogue.settings(List.of(announced));

        assertThat(found).containsOnlyKeys("module.leveling");
        assertThat(found.get("module.leveling"))
                .satisfies(module -> assertThat(module.fallback()).isEqualTo("on"));
    }
}
