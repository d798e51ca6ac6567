package dev.warren.leveling.administration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.LocalCdn;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators do to XP, between real servers. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(LocalCdn.class)
class AdministrationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;
    private final String kafka;
    private final String cdn;
    private Broker broker;
    private Talk talk;

    AdministrationTest(
            Pool pool,
            @ConfigProperty(name = "warren.test.kafka") String kafka,
            @ConfigProperty(name = LocalCdn.ADDRESS, defaultValue = "nowhere") String cdn) {
        this.pool = pool;
        this.kafka = kafka;
        this.cdn = cdn;
    }

    @BeforeEach
    void open() {
        broker = new Broker(kafka);
        talk = Talk.somewhere(broker);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private String xp(String sub, Member member, long amount) {
        return talk.said(Talk.ADA, "xp " + sub, Map.of("member", Talk.user(member), "amount", Talk.number(amount)));
    }

    private long total(Member member) {
        var rows = pool.preparedQuery("SELECT xp FROM member_progress WHERE guild_id = $1 AND user_id = $2")
                .execute(Tuple.of(talk.guild().value(), member.id().value()))
                .await()
                .atMost(PATIENCE)
                .iterator();
        return rows.hasNext() ? rows.next().getLong(0) : 0;
    }

    private OptionValue attached(String content) throws IOException, InterruptedException {
        var url = cdn + "/attachments/70/" + content.hashCode() + "/xp.json";
        try (var client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .PUT(BodyPublishers.ofString(content))
                            .build(),
                    BodyHandlers.discarding());
        }
        return new OptionValue(OptionType.ATTACHMENT, url, java.util.Optional.empty());
    }

    @Test
    void give_takeAndSet_changeWhatAMemberHasAndAreAudited() {
        assertThat(xp("give", Talk.GRACE, 500)).isEqualTo("<@701> has **500 XP** now; it was 0.");
        assertThat(xp("take", Talk.GRACE, 200)).isEqualTo("<@701> has **300 XP** now; it was 500.");
        var asked =
                talk.ask(Talk.ADA, "xp set", Map.of("member", Talk.user(Talk.GRACE), "amount", Talk.number(12_000)));
        assertThat(Talk.text(talk.answer(asked))).contains("**12,000 XP**");
        assertThat(talk.audited(asked)).satisfies(audited -> {
            assertThat(audited.action()).isEqualTo("xp-set");
            assertThat(audited.target()).contains("701");
            assertThat(audited.details()).containsEntry("before", "300").containsEntry("after", "12000");
        });
        assertThat(total(Talk.GRACE)).isEqualTo(12_000);
    }

    @Test
    void take_ofMoreThanThereIs_isRefusedWithBothNumbers() {
        xp("give", Talk.GRACE, 100);
        assertThat(xp("take", Talk.GRACE, 101))
                .contains("`amount` must be at most 100")
                .contains(": 101.");
        assertThat(xp("give", Talk.GRACE, Adjustments.MOST)).contains("10,000,000,000 XP or fewer");
        assertThat(xp("give", Talk.ROBOT, 5)).contains("must not be a bot");
        assertThat(total(Talk.GRACE)).isEqualTo(100);
    }

    @Test
    void reset_ofEverybody_asksAndIsBroughtBackByRestoreWithWhatCameSince() {
        // Given
        xp("give", Talk.GRACE, 500);
        xp("give", Talk.ADA, 70);
        // When
        var asked = talk.answer(talk.ask(Talk.ADA, "xp reset", Map.of()));
        var yes = Talk.buttons(asked).getFirst();
        assertThat(total(Talk.GRACE)).isEqualTo(500);
        assertThat(Talk.text(talk.answer(talk.press(Talk.GRACE, yes)))).contains("for the one who asked");
        assertThat(talk.became(Talk.ADA, yes)).contains("The XP of 2 members is reset.");
        // Then
        assertThat(total(Talk.GRACE)).isZero();
        xp("give", Talk.GRACE, 5);
        assertThat(talk.said(Talk.ADA, "xp restore", Map.of())).contains("for 2 members");
        assertThat(total(Talk.GRACE)).isEqualTo(505);
        assertThat(talk.said(Talk.ADA, "xp restore", Map.of())).contains("no reset to bring back");
    }

    @Test
    void reset_ofOne_leavesTheOthers() {
        xp("give", Talk.GRACE, 500);
        xp("give", Talk.ADA, 70);
        assertThat(talk.said(Talk.ADA, "xp reset", Map.of("member", Talk.user(Talk.GRACE))))
                .contains("<@701> has no XP any more");
        assertThat(total(Talk.GRACE)).isZero();
        assertThat(total(Talk.ADA)).isEqualTo(70);
    }

    @Test
    void importing_afterItsPreview_replacesWhatTheMembersHave() throws IOException, InterruptedException {
        // Given
        xp("give", Talk.GRACE, 500);
        var file =
                attached("{\"players\":[{\"id\":\"701\",\"xp\":42},{\"id\":\"703\",\"username\":\"Mary\",\"xp\":7}]}");
        // When
        assertThat(talk.said(Talk.ADA, "xp import", Map.of("file", file)))
                .contains("`id` must be of a member whom I saw here; there are 1 others", "`703`");
        var preview = talk.answer(
                talk.ask(Talk.ADA, "xp import", Map.of("file", file, "strangers", OptionValue.text("keep"))));
        // Then
        assertThat(Talk.text(preview)).contains("2 members", "49 XP in all", "1 of them I never saw", "<@701> · 42 XP");
        assertThat(total(Talk.GRACE)).isEqualTo(500);
        var yes = Talk.buttons(preview).getFirst();
        assertThat(talk.became(Talk.ADA, yes)).isEqualTo("The XP of 2 members is imported.");
        assertThat(total(Talk.GRACE)).isEqualTo(42);
        assertThat(total(Talk.member(703, "Mary", false))).isEqualTo(7);
        assertThat(Talk.text(talk.answer(talk.press(Talk.ADA, yes)))).contains("done, forgotten or replaced already");
    }

    @Test
    void importing_ofWhatIsWrong_isRefusedAndNothingIsApplied() throws IOException, InterruptedException {
        xp("give", Talk.GRACE, 500);
        assertThat(talk.said(Talk.ADA, "xp import", Map.of("file", attached("id,xp\n701,5\n702,-5"))))
                .isEqualTo("`line 3.xp` must be a whole number from 0 to 10,000,000,000: `-5`. Nothing was imported.");
        assertThat(talk.said(Talk.ADA, "xp import", Map.of("file", attached("x".repeat(10_000_000)))))
                .contains("`file` must have at most 4,194,304 bytes");
        var elsewhere = new OptionValue(
                OptionType.ATTACHMENT, "http://169.254.169.254/latest/meta-data", java.util.Optional.empty());
        assertThat(talk.said(Talk.ADA, "xp import", Map.of("file", elsewhere)))
                .contains("`file` must be attached here");
        assertThat(total(Talk.GRACE)).isEqualTo(500);
    }

    @Test
    void export_ofAGuild_isAFileThatImportReads() {
        xp("give", Talk.GRACE, 500);
        var body = talk.answer(talk.ask(Talk.ADA, "xp export", Map.of("format", OptionValue.text("csv"))));
        var file = body.files().getFirst();
        assertThat(file.name()).isEqualTo("xp.csv");
        assertThat(new String(Base64.getDecoder().decode(file.bytes().orElseThrow()), UTF_8))
                .isEqualToNormalizingNewlines("id,name,xp,level\n701,Grace,500,3\n");
    }
}
