package dev.warren.gateway.shards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.connection.Intent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntentsTest {
    @Test
    void flags_ofTheApplication_tellWhatIsMissing_forSmallAndLargeBotsAlike() {
        assertThat(Intents.missing(0)).containsExactly(Intent.GUILD_MEMBERS, Intent.MESSAGE_CONTENT);
        assertThat(Intents.missing(1L << 15)).containsExactly(Intent.MESSAGE_CONTENT);
        assertThat(Intents.missing(1L << 14 | 1L << 18)).isEmpty();
        assertThat(Intents.missing(1L << 15 | 1L << 19)).isEmpty();
    }

    @Test
    void wanted_asksForNoPrivilegeThatNobodyUses() {
        assertThat(Intents.WANTED)
                .filteredOn(Intent::privileged)
                .containsExactlyInAnyOrder(Intent.GUILD_MEMBERS, Intent.MESSAGE_CONTENT);
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void eachIntent_hasAConsequence(Intent intent) {
        assertThat(Intents.consequence(intent)).isNotBlank();
    }
}
