package dev.warren.economy.giveaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.discord.Member;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequirementTest {
    private static final RoleId OWSLA = new RoleId(9);
    private static final Requirement ALL =
            new Requirement(Optional.of(OWSLA), Optional.of(5), Optional.of(Duration.ofDays(30)));
    private static final UserId ADA = new UserId(1_170_000_000_000_000_000L);

    @Test
    void member_withAllOfIt_lacksNothing() {
        assertThat(ALL.lacking(member(OWSLA), 5, ADA.createdAt().plus(Duration.ofDays(30))))
                .isEmpty();
    }

    @Test
    void member_withNoneOfIt_isToldAllThatIsLacking() {
        assertThat(ALL.lacking(member(), 4, ADA.createdAt().plus(Duration.ofDays(29))))
                .containsExactly("the role <@&9>", "level 5 (yours is 4)", "an account that is at least 30 days old");
    }

    @Test
    void requirement_ofNothing_isNothing() {
        var none = new Requirement(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(none.words()).isEmpty();
        assertThat(none.lacking(member(), 0, ADA.createdAt())).isEmpty();
        assertThat(ALL.words()).containsExactly("role <@&9>", "level 5", "account at least 30 days old");
    }

    private static Member member(RoleId... roles) {
        return new Member(ADA, "ada", "ada", false, Optional.empty(), List.of(roles), Optional.empty());
    }
}
