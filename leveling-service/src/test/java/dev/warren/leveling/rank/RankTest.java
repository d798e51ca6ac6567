package dev.warren.leveling.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.LocalCdn;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members choose of their rank, between real servers. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(LocalCdn.class)
class RankTest {
    private final String kafka;
    private Broker broker;
    private Talk talk;

    RankTest(@ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.kafka = kafka;
    }

    @BeforeEach
    void open() {
        broker = new Broker(kafka);
        talk = Talk.somewhere(broker);
        talk.said(Talk.ADA, "xp give", Map.of("member", Talk.user(Talk.GRACE), "amount", Talk.number(500)));
        talk.said(Talk.ADA, "xp give", Map.of("member", Talk.user(Talk.ADA), "amount", Talk.number(400)));
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private static OptionValue flag(boolean value) {
        return new OptionValue(OptionType.BOOLEAN, Boolean.toString(value), Optional.empty());
    }

    @Test
    void theme_onceChosen_staysWithTheMember() {
        // Given
        var plain = talk.answer(talk.ask(Talk.GRACE, "rank", Map.of()));
        // When
        var themed = talk.answer(talk.ask(Talk.GRACE, "rank", Map.of("theme", OptionValue.text("ember"))));
        var later = talk.answer(talk.ask(Talk.ADA, "rank", Map.of("member", Talk.user(Talk.GRACE))));
        // Then
        assertThat(Talk.text(plain)).contains("Rank **#1**", "500 XP in total");
        assertThat(themed.files().getFirst().claim())
                .isNotEqualTo(plain.files().getFirst().claim());
        assertThat(later.files().getFirst().claim())
                .isEqualTo(themed.files().getFirst().claim());
    }

    @Test
    void member_whoHides_isInNoListAndTellsTheirRankToNobodyElse() {
        assertThat(talk.said(Talk.GRACE, "leaderboard", Map.of("hide", flag(true))))
                .contains("no leaderboard");
        assertThat(talk.said(Talk.ADA, "rank", Map.of("member", Talk.user(Talk.GRACE))))
                .contains("keeps their rank to themselves");
        assertThat(talk.said(Talk.GRACE, "rank", Map.of())).contains("Rank **hidden**");
        assertThat(talk.said(Talk.ADA, "leaderboard", Map.of()))
                .contains("place 1 of 1")
                .doesNotContain("Grace");
        talk.said(Talk.GRACE, "leaderboard", Map.of("hide", flag(false)));
        assertThat(talk.said(Talk.ADA, "leaderboard", Map.of())).contains("place 2 of 2");
    }
}
