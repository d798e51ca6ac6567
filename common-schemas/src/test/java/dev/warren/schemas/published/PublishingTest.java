package dev.warren.schemas.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.event.WireType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the published files when a made-up event changes. */
class PublishingTest {
    private static final String TYPE = "dev.warren.test.fed.v1";
    private static final String FIRST_SCHEMA = "schemas/" + TYPE + "/1.json";
    private static final String FIRST_GOLDEN = "golden/" + TYPE + "/1.json";
    private static final String SECOND_SCHEMA = "schemas/" + TYPE + "/2.json";
    private static final String SECOND_GOLDEN = "golden/" + TYPE + "/2.json";

    @WireType(TYPE)
    record Fed(String who) {}

    @WireType(TYPE)
    record FedWith(String who, Optional<String> food) {}

    @WireType(TYPE)
    record FedAt(String who, String place) {}

    @TempDir
    Path folder;

    private Published published;

    @BeforeEach
    void publishTheFirstRevision() {
        published = new Published(folder);
        assertThat(new Publishing(published, true).check(TYPE, Fed.class, full(new Fed("Fiver"))))
                .isEmpty();
    }

    @Test
    void unchanged_isFineAndWritesNothing() throws IOException {
        var before = Files.getLastModifiedTime(folder.resolve(FIRST_SCHEMA));

        assertThat(new Publishing(published, true).check(TYPE, Fed.class, full(new Fed("Fiver"))))
                .isEmpty();
        assertThat(folder.resolve(SECOND_SCHEMA)).doesNotExist();
        assertThat(Files.getLastModifiedTime(folder.resolve(FIRST_SCHEMA))).isEqualTo(before);
        assertThat(published.breaches()).isEmpty();
    }

    @Test
    void changedCompatibly_withoutTheOrderToWrite_isReportedAndNotWritten() {
        assertThat(new Publishing(published, false).check(TYPE, FedWith.class, withFood()))
                .singleElement()
                .asString()
                .contains("revision 2 is written with -Dwarren.schemas.write=true");
        assertThat(folder.resolve(SECOND_SCHEMA)).doesNotExist();
    }

    @Test
    void changedCompatibly_withTheOrderToWrite_standsBesideTheOld() throws IOException {
        var schema = Files.readString(folder.resolve(FIRST_SCHEMA));
        var golden = Files.readString(folder.resolve(FIRST_GOLDEN));

        assertThat(new Publishing(published, true).check(TYPE, FedWith.class, withFood()))
                .isEmpty();
        assertThat(new Publishing(published, false).check(TYPE, FedWith.class, withFood()))
                .isEmpty();

        assertThat(folder.resolve(SECOND_SCHEMA)).content().contains("food");
        assertThat(folder.resolve(SECOND_GOLDEN)).content().contains("clover");
        assertThat(folder.resolve(FIRST_SCHEMA)).content().isEqualTo(schema);
        assertThat(folder.resolve(FIRST_GOLDEN)).content().isEqualTo(golden);
        assertThat(published.breaches()).isEmpty();
    }

    @Test
    void changedIncompatibly_isRefusedEvenWithTheOrderToWrite() {
        var samples = full(new FedAt("Fiver", "burrow"));

        assertThat(new Publishing(published, true).check(TYPE, FedAt.class, samples))
                .anyMatch(breach -> breach.contains("/place is required now"));
        assertThat(folder.resolve(SECOND_SCHEMA)).doesNotExist();
    }

    @Test
    void changed_withoutASampleThatShowsIt_isRefusedEvenWithTheOrderToWrite() {
        var publishing = new Publishing(published, true);

        assertThat(publishing.check(TYPE, FedWith.class, List.of()))
                .contains(TYPE + " lacks a sample: FedWith is never shown");
        assertThat(publishing.check(TYPE, FedWith.class, full(new FedWith("Fiver", Optional.empty()))))
                .containsExactly(TYPE + " lacks a sample: FedWith.food is never filled");
        assertThat(publishing.check(TYPE, FedWith.class, full(new FedWith("Fiver", Optional.of("clover")))))
                .containsExactly(TYPE + " lacks a sample: FedWith.food is never empty");
        assertThat(folder.resolve(SECOND_SCHEMA)).doesNotExist();
    }

    @Test
    void takenBack_isRefused() {
        assertThat(new Publishing(published, true).check(TYPE, FedWith.class, withFood()))
                .isEmpty();

        assertThat(new Publishing(published, true).check(TYPE, Fed.class, full(new Fed("Fiver"))))
                .contains(TYPE + " against revision 2: /food is removed");
    }

    @Test
    void publishedFile_thatIsEdited_isABreach() throws IOException {
        Files.writeString(folder.resolve(FIRST_GOLDEN), "{ \"who\" : \"Bigwig\" }\n");

        assertThat(published.breaches()).containsExactly(FIRST_GOLDEN + " was published and has changed");
    }

    @Test
    void publishedFile_thatIsDeleted_isABreach() throws IOException {
        Files.delete(folder.resolve(FIRST_GOLDEN));

        assertThat(published.breaches()).containsExactly(FIRST_GOLDEN + " was published and is gone");
    }

    @Test
    void file_thatWasNotPublished_isABreach() throws IOException {
        Files.writeString(folder.resolve(SECOND_GOLDEN), "{}\n");

        assertThat(published.breaches()).containsExactly(SECOND_GOLDEN + " is not listed in published.sha256");
    }

    @Test
    void publishedFile_checkedOutWithOtherLineEnds_isTheSame() throws IOException {
        var text = Files.readString(folder.resolve(FIRST_SCHEMA));
        Files.writeString(folder.resolve(FIRST_SCHEMA), text.replace("\n", "\r\n"));

        assertThat(published.breaches()).isEmpty();
    }

    private static List<Sample> full(Record payload) {
        return List.of(Sample.full(payload));
    }

    private static List<Sample> withFood() {
        return List.of(
                Sample.full(new FedWith("Fiver", Optional.of("clover"))),
                Sample.minimal(new FedWith("Fiver", Optional.empty())));
    }
}
