package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.events.Received;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.VoiceEvent;
import dev.warren.schemas.discord.VoiceEvent.VoiceStateChanged;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topics;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code warren seed}: a made-up life is what the services see. */
@ExtendWith(OnStack.class)
class SeedIT {
    private static final String GUILD = "seedlings";
    private static final int PAGE = 10;

    @Test
    void leaderboard_ofASeededGuild_isWhatTheFactsSay(Stack stack) {
        // Given
        var guild = GuildId.of(stack.discord()
                .put("/guilds", new JsonObject().put("guild", GUILD))
                .getString("id"));
        var until = Instant.now().truncatedTo(ChronoUnit.HOURS).toString();
        // When: seeded twice, which must be the same as once
        var first = seed(stack, until);
        var again = seed(stack, until);
        // Then
        assertThat(first).contains("coins: 10 members used /daily", "wages: 10 members used /work");
        assertThat(again).contains("New in the local Discord: 0 members, the newest messages: 0.");
        int published = published(first);
        assertThat(published).isGreaterThan(500).isEqualTo(published(again));
        var facts = facts(stack, guild, 2 * published);
        assertThat(facts).hasSize(published);
        var expected =
                ExperienceOracle.firstPage(guild, facts, VoiceOracle.xp(voice(stack, guild, first, again)), PAGE);
        var author = facts.getLast().authorName();
        var chat = new Chat(stack, GUILD);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var interaction = chat.slash(author, "leaderboard", Map.of());
            // a deferred answer stands there empty at first
            var answer = chat.first(message -> interaction.equals(message.getString("interactionId"))
                    && !Chat.embeds(message).isEmpty());
            assertThat(board(answer)).containsExactlyElementsOf(expected);
        });
        // and has coins: from writing, and ten members from commands
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var answer = chat.answerTo(chat.slash(author, "richest", Map.of()));
            assertThat(board(answer))
                    .hasSize(PAGE)
                    .allMatch(line -> line.matches("\\*\\*\\d+\\.\\*\\* <@\\d+> · [\\d,]+ coins"));
            assertThat(coins(board(answer).getFirst())).isGreaterThan(1_000);
        });
        assertThat(stack.warren("ledger", "verify", "--guild", guild.toString()))
                .contains("proved");
        // and people see who talked there
        var said = stack.discord().messages(GUILD, "general");
        assertThat(said).hasSizeGreaterThan(20);
        // and each of those who asked for a reminder has one
        assertThat(first).contains("reminders: 10 members used /remind me");
        var forgetful = facts.stream()
                .filter(fact -> fact.command().filter("remind"::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .authorName();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var interaction = chat.slash(forgetful, "remind", "list", Map.of());
            var reminders = chat.first(message -> interaction.equals(message.getString("interactionId"))
                    && !Chat.embeds(message).isEmpty());
            assertThat(Chat.embeds(reminders)
                            .getFirst()
                            .getString("description")
                            .lines())
                    .hasSize(1);
        });
    }

    @Test
    void seed_ofAGuildThatIsNotThere_namesThoseThatAre(Stack stack) {
        assertThat(stack.refused("seed", "--guild", "nowhere"))
                .contains("--guild nowhere: the local Discord has no such guild; there are: ")
                .contains("warren");
    }

    private static String seed(Stack stack, String until) {
        return stack.warren(
                "seed", "--guild", GUILD, "--members", "20", "--days", "14", "--seed", "suite", "--until", until);
    }

    private static List<String> board(JsonObject answer) {
        return Chat.embeds(answer)
                .getFirst()
                .getString("description")
                .lines()
                .filter(line -> line.startsWith("**"))
                .toList();
    }

    private static long coins(String line) {
        return Long.parseLong(line.replaceAll(".* ([\\d,]+) coins", "$1").replace(",", ""));
    }

    /** How many facts the summary speaks of. */
    private static int published(String summary) {
        return published(summary, "discord.facts ");
    }

    private static int published(String summary, String topic) {
        return summary.lines()
                .filter(line -> line.startsWith(topic))
                .mapToInt(
                        line -> Integer.parseInt(line.substring(topic.length()).strip()))
                .sum();
    }

    /** Each voice state once, in order. */
    private static List<VoiceStateChanged> voice(Stack stack, GuildId guild, String first, String again) {
        int records = published(first, "discord.voice ") + published(again, "discord.voice ");
        assertThat(records).isPositive();
        return stack
                .broker()
                .await(
                        Topics.VOICE,
                        records,
                        received -> received.event().payload() instanceof VoiceStateChanged changed
                                && changed.guild().equals(guild))
                .stream()
                .map(Received::event)
                .collect(Collectors.toMap(Event::id, Function.identity(), (one, _) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing((Event<VoiceEvent> event) -> event.time())
                        .thenComparing(SeedIT::number))
                .map(event -> (VoiceStateChanged) event.payload())
                .toList();
    }

    /** The number in the id of an event of a session. */
    private static long number(Event<?> event) {
        var id = event.id().value();
        return Long.parseLong(id.substring(id.indexOf(':') + 1));
    }

    /** Each message's fact once, in the order of their ids, after so many records were read. */
    private static List<MessageFact> facts(Stack stack, GuildId guild, int records) {
        var facts = stack
                .broker()
                .await(
                        Topics.FACTS,
                        records,
                        received -> received.event().payload() instanceof MessageFact fact
                                // the bot's own answers to the commands that were used are facts, too
                                && !fact.bot()
                                && fact.guild().filter(guild::equals).isPresent())
                .stream()
                .map(received -> (MessageFact) received.event().payload())
                .collect(Collectors.toMap(MessageFact::message, Function.identity(), (one, _) -> one));
        return facts.values().stream()
                .sorted((one, other) ->
                        Long.compare(one.message().value(), other.message().value()))
                .toList();
    }
}
