package dev.warren.runtime.membertoken;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.runtime.membertoken.TokenCheck.Good;
import dev.warren.runtime.membertoken.TokenCheck.Reason;
import dev.warren.runtime.membertoken.TokenCheck.Refused;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may act for a member, and for how long. */
class MemberTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String OURS = "a secret of at least thirty-two characters";
    private static final String THEIRS = "another one of at least thirty-two characters";
    private static final MemberClaim CLAIM =
            new MemberClaim(new UserId(7), Optional.of(new GuildId(3)), EventId.of("message:11/turn"));
    private static final Duration MINUTES = Duration.ofMinutes(2);

    record Config(Optional<String> secret, Optional<String> previousSecret, Duration lifetime)
            implements MemberTokenConfig {}

    private static MemberTokens tokens(Optional<String> secret, Optional<String> previous, Duration life, Instant now) {
        return new MemberTokens(new Config(secret, previous, life), InstantSource.fixed(now));
    }

    private static MemberTokens ours(Instant now) {
        return tokens(Optional.of(OURS), Optional.empty(), MINUTES, now);
    }

    private static String token() {
        return ours(NOON).issue(CLAIM).orElseThrow();
    }

    @Test
    void token_withinItsTime_saysForWhomItActs() {
        assertThat(ours(NOON.plus(MINUTES)).check(token())).isEqualTo(new Good(CLAIM));
    }

    @Test
    void token_ofDirectMessages_hasNoGuild() {
        var claim = new MemberClaim(new UserId(7), Optional.empty(), EventId.of("interaction:1"));

        assertThat(ours(NOON).check(ours(NOON).issue(claim).orElseThrow())).isEqualTo(new Good(claim));
    }

    @Test
    void token_afterItsTimeAndWhatClocksMayDiffer_isRefused() {
        assertThat(ours(NOON.plus(MINUTES).plusSeconds(6)).check(token())).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void token_ofAnotherSecret_isRefused() {
        var theirs = tokens(Optional.of(THEIRS), Optional.empty(), MINUTES, NOON);

        assertThat(theirs.check(token())).isEqualTo(new Refused(Reason.WRONG_SIGNATURE));
    }

    @Test
    void token_ofTheSecretBefore_isTakenWhileTheSecretIsChanged() {
        var changed = tokens(Optional.of(THEIRS), Optional.of(OURS), MINUTES, NOON);

        assertThat(changed.check(token())).isEqualTo(new Good(CLAIM));
    }

    @Test
    void token_thatWouldLiveForAnHour_isRefused() {
        var generous = tokens(Optional.of(OURS), Optional.empty(), Duration.ofHours(1), NOON);

        assertThat(ours(NOON).check(generous.issue(CLAIM).orElseThrow())).isEqualTo(new Refused(Reason.TOO_LONG_LIVED));
    }

    @Test
    void token_whoseMemberWasChanged_isRefused() {
        var parts = token().split("\\.", -1);
        var body = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        var changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(body.replace("\"7\"", "\"8\"").getBytes(UTF_8));

        assertThat(changed).isNotEqualTo(parts[1]);
        assertThat(ours(NOON).check(parts[0] + "." + changed + "." + parts[2]))
                .isEqualTo(new Refused(Reason.WRONG_SIGNATURE));
    }

    @Test
    void token_thatSaysItNeedsNoSignature_isRefused() {
        var parts = token().split("\\.", -1);
        var none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));

        assertThat(ours(NOON).check(none + "." + parts[1] + ".")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJIUzI1NiJ9.e30.AAAA"})
    void token_thatIsNone_isRefused(String token) {
        assertThat(ours(NOON).check(token)).isInstanceOf(Refused.class);
    }

    @Test
    void service_withoutASecret_issuesAndBelievesNothing() {
        var none = tokens(Optional.empty(), Optional.empty(), MINUTES, NOON);

        assertThat(none.issue(CLAIM)).isEmpty();
        assertThat(none.check(token())).isEqualTo(new Refused(Reason.NO_SECRET));
    }

    @Test
    void fingerprint_ofATextUnderASecret_isItsAlone() {
        var ours = ours(NOON);
        var theirs = tokens(Optional.of(THEIRS), Optional.empty(), MINUTES, NOON);

        assertThat(ours.fingerprint("I dig")).matches("[0-9a-f]{24}").isEqualTo(ours.fingerprint("I dig"));
        assertThat(ours.fingerprint("I dig"))
                .isNotEqualTo(ours.fingerprint("I dug"))
                .isNotEqualTo(theirs.fingerprint("I dig"));
    }

    @Test
    void cause_thatIsTooLongToDeriveFrom_isRefused() {
        var cause = EventId.of("m".repeat(161));

        assertThatThrownBy(() -> new MemberClaim(new UserId(7), Optional.empty(), cause))
                .hasMessage("cause must have at most 160 characters: 161");
    }
}
