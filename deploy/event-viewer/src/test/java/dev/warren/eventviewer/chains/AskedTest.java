package dev.warren.eventviewer.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.schemas.ids.MessageId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1441000000000000000",
                " 1441000000000000000 ",
                "https://discord.com/channels/1/2/1441000000000000000",
                "http://localhost:8080/channels/@me/2/1441000000000000000"
            })
    void typed_linkOrId_isAMessage(String typed) {
        assertThat(Asked.typed(typed).message()).contains(MessageId.of("1441000000000000000"));
    }

    @Test
    void typed_eventId_isThatEventsChain() {
        assertThat(Asked.typed("interaction:5678/answer").links()).containsExactly("interaction:5678");
    }

    @Test
    void typed_numberThatIsNoSnowflake_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Asked.typed("99999999999999999999"));
    }

    @Test
    void around_eventOfAMessage_isItsTime() {
        assertThat(Asked.typed("command:1441000000000000000/answer").around())
                .contains(MessageId.of("1441000000000000000").createdAt());
    }

    @Test
    void new_nothingNamed_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Asked(Optional.empty(), Optional.empty(), Optional.empty()))
                .withMessageContaining("must be named");
    }
}
