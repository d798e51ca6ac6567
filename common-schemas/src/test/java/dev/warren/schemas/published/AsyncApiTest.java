package dev.warren.schemas.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed AsyncAPI document says what the topics and the published schemas say. */
class AsyncApiTest {
    private static final Published PUBLISHED = Published.ofModule();
    private static final Path FILE = PUBLISHED.root().resolve(AsyncApi.FILE);
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void writeWhatIsNewWhenAskedTo() {
        if (Boolean.getBoolean(Publishing.WRITE)) {
            var publishing = Publishing.ofModule();
            PublishedTest.payloads()
                    .forEach(type ->
                            publishing.check((String) type[0], (Class<?>) type[1], Samples.of((Class<?>) type[1])));
            Published.save(FILE, Published.pretty(new AsyncApi(Topics.all(), PUBLISHED).document()));
        }
    }

    @Test
    void document_committed_isCurrent() throws IOException {
        assertThat(Files.readString(FILE).replace("\r\n", "\n"))
                .as("the document is written with -D%s=true", Publishing.WRITE)
                .isEqualTo(Published.pretty(new AsyncApi(Topics.all(), PUBLISHED).document()));
    }

    @Test
    void document_heldAgainstTheStructureOfAsyncApi3_isValid() throws IOException {
        assertThat(Compatibility.validate(structure(), committed(), "the document"))
                .isEmpty();
    }

    @Test
    void document_withWhatAsyncApi3DoesNotKnow_isInvalid() throws IOException {
        var document = committed();
        ((ObjectNode) document.at("/channels/discord.messages")).put("partitions", 24);

        assertThat(Compatibility.validate(structure(), document, "the document"))
                .singleElement()
                .asString()
                .contains("partitions");
    }

    @Test
    void channel_eachTopic_isDescribedOnce() throws IOException {
        var channels = committed().at("/channels");

        assertThat(channels.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
    }

    @Test
    void channel_ofReceipts_saysHowTheTopicIsMade() throws IOException {
        var kafka = committed().at("/channels/bot.receipts/bindings/kafka");

        assertThat(kafka.toString())
                .isEqualTo("{\"topic\":\"bot.receipts\",\"partitions\":24,\"topicConfiguration\":"
                        + "{\"cleanup.policy\":[\"compact\",\"delete\"],\"retention.ms\":2592000000},"
                        + "\"bindingVersion\":\"0.5.0\"}");
    }

    @Test
    void channel_keptForEver_saysSo() throws IOException {
        var configuration = committed().at("/channels/bot.settings.history/bindings/kafka/topicConfiguration");

        assertThat(configuration.toString()).isEqualTo("{\"cleanup.policy\":[\"delete\"],\"retention.ms\":-1}");
    }

    @Test
    void operation_eachWriterOfEachTopic_isNamed() throws IOException {
        var expected = Topics.all().stream()
                .flatMap(topic -> topic.writers().stream().map(service -> service.id() + ".sends." + topic.name()))
                .toList();

        assertThat(committed().at("/operations").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void reference_eachInTheDocument_leadsSomewhere() throws IOException {
        var document = committed();
        var references = document.findValuesAsText("$ref");

        assertThat(references).hasSizeGreaterThan(200).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(PUBLISHED.root().resolve(reference)).isRegularFile();
            }
        });
    }

    @Test
    void message_eachOfTheDocument_travelsInSomeChannel() throws IOException {
        var document = committed();
        List<String> travelling = document.at("/channels").findValues("messages").stream()
                .flatMap(messages -> messages.properties().stream())
                .map(Map.Entry::getKey)
                .distinct()
                .toList();

        assertThat(document.at("/components/messages").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(travelling);
    }

    private static JsonNode structure() throws IOException {
        try (var file = AsyncApiTest.class.getResourceAsStream("/asyncapi-3-as-used.json")) {
            return JSON.readTree(file);
        }
    }

    private static JsonNode committed() throws IOException {
        return JSON.readTree(Files.readString(FILE));
    }
}
