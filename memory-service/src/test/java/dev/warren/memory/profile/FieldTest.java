package dev.warren.memory.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.memory.profile.Field.Typed.Fine;
import dev.warren.memory.profile.Field.Typed.Wrong;
import dev.warren.schemas.ids.UserId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may stand in a profile. */
class FieldTest {
    @ParameterizedTest
    @CsvSource({
        "X, @warren, warren",
        "X, https://x.com/warren?lang=en, warren",
        "X, twitter.com/warren_42, warren_42",
        "YOUTUBE, https://www.youtube.com/@some.rabbit, some.rabbit",
        "TWITCH, https://twitch.tv/warren/, warren",
        "TIMEZONE, europe/berlin, Europe/Berlin",
        "TIMEZONE, america/new york, America/New_York",
        "LANGUAGE, de-AT, de",
        "NAME, ' Hazel ', Hazel",
    })
    void field_typedInWhateverForm_isKeptInOne(Field field, String typed, String kept) {
        assertThat(field.read(typed)).isEqualTo(new Fine(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "X, https://evil.example/warren, 'X must be a name such as @warren or a link such as https://x.com/warren, not `https://evil.example/warren`.'",
        "X, javascript:alert(1), 'X must be a name such as @warren or a link such as https://x.com/warren, not `javascript:alert(1)`.'",
        "TWITCH, abc, 'Twitch must be a name such as warren or a link such as https://www.twitch.tv/warren, not `abc`.'",
        "TIMEZONE, Mars/Olympus, 'Timezone must be a timezone such as Europe/Berlin, not `Mars/Olympus`.'",
        "LANGUAGE, tlh, 'Language must be one of de (German), en (English), es (Spanish), not `tlh`.'",
    })
    void field_thatIsNone_isRefusedInWords(Field field, String typed, String why) {
        assertThat(field.read(typed)).isEqualTo(new Wrong(why));
    }

    @Test
    void bio_ofFiveThousandCharacters_isRefusedWithItsLimit() {
        assertThat(Field.BIO.read("x".repeat(5_000)))
                .isEqualTo(new Wrong("About must have at most 1000 characters, not 5000."));
        assertThatThrownBy(() -> new Profile(new UserId(1), Map.of(Field.BIO, "x".repeat(5_000))))
                .hasMessage("bio must have at most 1000 characters: 5000");
    }
}
