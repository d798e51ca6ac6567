package dev.warren.embed.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.RoleId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is posted of an item. */
class AnnouncementTest {
    private static MessageBody body(String template, String title, Optional<RoleId> role) {
        return Announcement.body(
                template, "Meadow", title, Optional.of("https://meadow.example/2"), Optional.of("Hazel"), role);
    }

    @Test
    void template_withAllPlaces_isFilled() {
        var body = body("{feed}/{author}: {title} {link}", "Clover", Optional.empty());

        assertThat(body.content()).isEqualTo("Meadow/Hazel: Clover https://meadow.example/2");
        assertThat(body.pings()).isEqualTo(MessageBody.Pings.NOBODY);
    }

    @Test
    void role_whenItIsSet_isPingedAloneWhateverTheTitleSays() {
        var body = body("{title}", "<@&5> <@7> @everyone @here", Optional.of(new RoleId(9)));

        assertThat(body.content()).startsWith("<@&9> ").doesNotContain("<@&5>", "<@7>", "@everyone", "@here");
        assertThat(body.pings().roles()).containsExactly(new RoleId(9));
        assertThat(body.pings().users()).isEmpty();
        assertThat(body.pings().everyone()).isFalse();
    }

    @Test
    void title_withMarkdownLinksAndPlaces_staysText() {
        var body = body("{title}", "**bold** [x](https://evil.example) `{link}` > # {feed}", Optional.empty());

        assertThat(body.content())
                .isEqualTo("\\*\\*bold\\*\\* \\[x\\]\\(https:\u200B//evil.example\\) \\`{link}\\` \\> \\# {feed}");
    }

    @Test
    void text_thatIsTooLong_isCutToWhatAMessageTakes() {
        var body = body("{title}".repeat(20), "x".repeat(250), Optional.empty());

        assertThat(body.content()).hasSize(2_000).endsWith("…");
    }

    @Test
    void places_thatThereAreNot_areNamed() {
        assertThat(Announcement.unknownPlaces("{title} {price} {Title} {} {price}"))
                .containsExactly("price", "Title");
    }
}
