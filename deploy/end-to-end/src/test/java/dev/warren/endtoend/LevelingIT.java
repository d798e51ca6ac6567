package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.topics.Topics;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Levels as members reach them, and what moderators see of it. */
@ExtendWith(OnStack.class)
class LevelingIT {
    private static final String GUILD = "levels";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void level_isAnnouncedOnce_itsRoleGranted_andExplained(Stack stack) {
        // Given: a minute of writing makes level 2, which is rewarded with a role
        var chat = new Chat(stack, GUILD);
        var role = RoleId.of(stack.discord()
                .put("/roles", new JsonObject().put("guild", GUILD).put("role", "Regular"))
                .getString("id"));
        var amount = chat.slash("owner", "xp", "rules amount", Map.of("minimum", 300, "maximum", 300));
        assertThat(Chat.text(chat.answerTo(amount))).contains("300 to 300 XP");
        var reward = chat.slash("owner", "level-roles", "add", Map.of("level", 2, "role", "Regular"));
        assertThat(Chat.text(chat.answerTo(reward))).contains("rewarded with");
        // When: the rules hold some seconds later, and who wrote before has had that minute
        var count = new AtomicInteger();
        var riser = await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            chat.say("riser-" + count.incrementAndGet(), "hello everybody");
                            return announced(chat);
                        },
                        Optional::isPresent)
                .orElseThrow();
        // Then
        var text = riser.getString("content");
        assertThat(text).contains("reached level **2**!");
        assertThat(riser.getJsonArray("mentions")).isNullOrEmpty();
        var member = "riser-" + name(chat, text, count.get());
        await().atMost(PATIENCE).until(() -> roles(stack, chat, member).contains(role));
        var why = chat.answerTo(chat.slash("owner", "xp", "why", Map.of("member", member)));
        assertThat(Chat.text(why)).contains("+300 XP");
        assertThat(chat.messages().stream()
                        .filter(said -> said.getString("content", "").equals(text)))
                .hasSize(1);
    }

    /** The roles that a member holds, as Discord tells them with what the member asks. */
    private static List<RoleId> roles(Stack stack, Chat chat, String member) {
        var interaction = chat.slash(member, "rank", Map.of());
        return stack.broker()
                .await(
                        Topics.INTERACTIONS,
                        received -> received.event().id().value().equals("interaction:" + interaction))
                .event()
                .payload()
                .origin()
                .member()
                .roles();
    }

    private static Optional<JsonObject> announced(Chat chat) {
        return chat.messages().stream()
                .filter(said -> said.getString("content", "").contains("reached level"))
                .findFirst();
    }

    /** Who it was: the mention has the author's id. */
    private static int name(Chat chat, String text, int most) {
        for (int i = 1; i <= most; i++) {
            var wanted = "riser_" + i;
            var id = chat.messages().stream()
                    .map(said -> said.getJsonObject("author"))
                    .filter(author -> author.getString("username").equals(wanted))
                    .map(author -> author.getString("id"))
                    .findFirst();
            if (id.isPresent() && text.contains("<@" + id.get() + ">")) {
                return i;
            }
        }
        throw new AssertionError("nobody wrote whom this names: " + text);
    }
}
