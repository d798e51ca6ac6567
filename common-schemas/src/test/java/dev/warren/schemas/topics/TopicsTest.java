package dev.warren.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.event.EventTypes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of topics. */
class TopicsTest {
    private static final Set<String> SPARSE =
            Set.of("discord.guilds", "bot.commands", "bot.settings", "bot.operations");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    discord.messages       | guild + author         | 7   | delete  | content
                    discord.facts          | guild + author         | 400 | delete  | none
                    discord.interactions   | guild + user           | 7   | delete  | content
                    discord.members        | guild + user           | 90  | delete  | none
                    discord.reactions      | guild + user           | 90  | delete  | none
                    discord.voice          | guild                  | 90  | delete  | none
                    discord.guilds         | guild / channel / role | -   | compact | none
                    bot.commands           | service                | -   | compact | none
                    bot.settings.requests  | guild                  | 7   | delete  | content
                    bot.settings.history   | guild                  | -   | delete  | none
                    bot.settings           | guild                  | -   | compact | none
                    bot.answers            | interaction            | 1   | delete  | content
                    bot.replies            | channel                | 7   | delete  | content
                    bot.actions            | guild + user           | 7   | delete  | none
                    bot.receipts           | reply id               | 30  | compact | none
                    bot.decisions          | service                | 7   | delete  | none
                    bot.audit              | guild                  | 400 | delete  | none
                    bot.operations         | what is decided        | -   | compact | none
                    leveling.events        | guild + user           | 400 | delete  | none
                    economy.events         | guild + user           | 400 | delete  | none
                    memory.events          | guild + user           | 400 | delete  | none
                    memory.requests        | guild + user           | 7   | delete  | content
                    embed.events           | guild + user           | 400 | delete  | none
                    moderation.events      | guild + user           | 400 | delete  | none
                    conversation.events    | guild + user           | 7   | delete  | content
                    """)
    void topic_eachOfTheArchitecture_isKeyedAndKeptAsItSays(
            String name, String key, String days, String policy, String content) {
        var topic = find(name);

        assertThat(topic.key()).isEqualTo(key);
        assertThat(topic.retention().map(Duration::toDays).map(String::valueOf).orElse("-"))
                .isEqualTo(days);
        assertThat(topic.compacted()).isEqualTo(policy.equals("compact"));
        assertThat(topic.content()).isEqualTo(content.equals("content"));
        assertThat(topic.partitions()).isEqualTo(SPARSE.contains(name) ? 1 : 24);
    }

    @ParameterizedTest
    @MethodSource("services")
    void deadLetters_ofEachService_areKeptLongerWithoutContent(Service service) {
        var plain = find(service.id() + ".dead-letters");
        var withContent = find(service.id() + ".dead-letters.content");

        assertThat(plain).isEqualTo(Topics.deadLetters(service));
        assertThat(plain.retention()).contains(Duration.ofDays(30));
        assertThat(plain.content()).isFalse();
        assertThat(plain.writers()).containsExactly(service);
        assertThat(withContent).isEqualTo(Topics.deadLettersWithContent(service));
        assertThat(withContent.retention()).contains(Duration.ofDays(7));
        assertThat(withContent.content()).isTrue();
        assertThat(withContent.writers()).containsExactly(service);
    }

    @Test
    void topics_all_areTheTableAndTwoForEachService() {
        assertThat(Topics.all()).hasSize(25 + 2 * Service.values().length);
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void topics_all_haveReadablePayloads() {
        assertThat(Topics.all())
                .allSatisfy(topic ->
                        assertThat(EventTypes.of(topic.payload()).unknown("x")).isInstanceOf(topic.payload()));
    }

    @Test
    void topics_ofDiscord_areWrittenByTheGatewayAlone() {
        assertThat(Topics.all())
                .filteredOn(topic -> topic.name().startsWith("discord."))
                .hasSize(7)
                .allSatisfy(topic -> assertThat(topic.writers()).containsExactly(Service.GATEWAY));
    }

    @Test
    void topics_ofSettings_areWrittenByTheMemoryServiceAlone_butAskedForByAll() {
        assertThat(Topics.SETTINGS.writers()).containsExactly(Service.MEMORY);
        assertThat(Topics.SETTINGS_HISTORY.writers()).containsExactly(Service.MEMORY);
        assertThat(Topics.SETTINGS_REQUESTS.writers())
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Service.class));
    }

    static Service[] services() {
        return Service.values();
    }

    private static Topic<?> find(String name) {
        return Topics.all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no topic " + name));
    }
}
