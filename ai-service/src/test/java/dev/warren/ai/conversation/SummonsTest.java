package dev.warren.ai.conversation;

import static dev.warren.ai.conversation.Summons.Meaning.CALL;
import static dev.warren.ai.conversation.Summons.Meaning.DISMISSAL;
import static dev.warren.ai.conversation.Summons.Meaning.NOTHING;
import static dev.warren.ai.conversation.Summons.Meaning.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummonsTest {
    private static final UserId BOT = new UserId(9);
    private static final UserId BEN = new UserId(8);
    private static final Summons SUMMONS =
            new Summons(List.of("hey warren", "yo"), List.of("bye", "that's all"), Optional.of(BOT));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hey Warren, how are you? | how are you?",
                "hey warren how are you? | how are you?",
                "YO! what's up          | what's up",
            })
    void summonWord_atTheBeginning_callsTheBot(String content, String prompt) {
        var message = said(content);
        assertThat(SUMMONS.of(message, false)).isEqualTo(QUESTION);
        assertThat(SUMMONS.prompt(message)).isEqualTo(prompt);
    }

    @ParameterizedTest
    @CsvSource({"yoghurt is fine", "I said hey warren", "hey"})
    void words_thatOnlyLookLikeIt_callNobody(String content) {
        assertThat(SUMMONS.of(said(content), false)).isEqualTo(NOTHING);
    }

    @Test
    void summonWord_alone_isACall() {
        assertThat(SUMMONS.of(said("Hey Warren!"), false)).isEqualTo(CALL);
    }

    @Test
    void conversation_thatIsOpen_hearsWhatIsToNobodyElse() {
        assertThat(SUMMONS.of(said("and now?"), true)).isEqualTo(QUESTION);
        assertThat(SUMMONS.of(said("and now?"), false)).isEqualTo(NOTHING);
        assertThat(SUMMONS.of(message("and you?", List.of(BEN), Optional.empty(), Optional.empty()), true))
                .isEqualTo(NOTHING);
        assertThat(SUMMONS.of(message("no", List.of(), Optional.of(BEN), Optional.empty()), true))
                .isEqualTo(NOTHING);
    }

    @Test
    void reply_toTheBot_isAQuestion() {
        assertThat(SUMMONS.of(message("why?", List.of(), Optional.of(BOT), Optional.empty()), false))
                .isEqualTo(QUESTION);
    }

    @Test
    void dismissal_asAWholeMessage_endsWhatIsOpen() {
        assertThat(SUMMONS.of(said("Bye!"), true)).isEqualTo(DISMISSAL);
        assertThat(SUMMONS.of(said("That's all."), true)).isEqualTo(DISMISSAL);
        assertThat(SUMMONS.of(said("bye for now means what?"), true)).isEqualTo(QUESTION);
        assertThat(SUMMONS.of(said("bye"), false)).isEqualTo(NOTHING);
    }

    @Test
    void command_isNeverForConversation() {
        var command = message("hey warren rank", List.of(BOT), Optional.of(BOT), Optional.of("rank"));
        assertThat(SUMMONS.of(command, true)).isEqualTo(NOTHING);
    }

    private static MessageCreated said(String content) {
        return message(content, List.of(), Optional.empty(), Optional.empty());
    }

    private static MessageCreated message(
            String content, List<UserId> mentions, Optional<UserId> replyToAuthor, Optional<String> command) {
        var ada = new Member(new UserId(7), "ada", "Ada", false, Optional.empty(), List.of(), Optional.empty());
        return new MessageCreated(
                new MessageId(1),
                Optional.of(new GuildId(2)),
                new ChannelId(3),
                ada,
                0,
                false,
                Instant.EPOCH,
                content,
                replyToAuthor.map(_ -> new MessageId(4)),
                replyToAuthor,
                mentions,
                List.of(),
                false,
                mentions.contains(BOT),
                List.of(),
                command,
                false);
    }
}
