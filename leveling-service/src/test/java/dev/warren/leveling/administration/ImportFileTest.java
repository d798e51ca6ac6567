package dev.warren.leveling.administration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.administration.ImportFile.Read;
import dev.warren.leveling.standing.Standing;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportFileTest {
    private static final int MOST = 5;
    private static final List<Given> TWO = List.of(
            new Given(new UserId(700), Optional.of("Ada"), 1_234), new Given(new UserId(701), Optional.of("Grace"), 0));

    private static Read read(String text) {
        return ImportFile.read(text.getBytes(UTF_8), MOST);
    }

    @Test
    void json_ofMee6_isRead() {
        assertThat(read("""
                {"admin": false, "guild": {"id": "7"}, "page": 0, "players": [
                  {"avatar": "a", "detailed_xp": [10, 100, 1234], "discriminator": "0", "guild_id": "7", "id": "700",
                   "level": 7, "message_count": 90, "username": "Ada", "xp": 1234},
                  {"id": "701", "username": "Grace", "xp": 0}], "xp_rate": 1.0}""")).isEqualTo(new Read.Members(TWO));
    }

    @Test
    void json_thatIsABareList_isRead() {
        assertThat(read("[{\"id\":700,\"name\":\"Ada\",\"xp\":\"1234\"},{\"id\":\"701\",\"name\":\"Grace\",\"xp\":0}]"))
                .isEqualTo(new Read.Members(TWO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,xp,name/700,1234,Ada/701,0,Grace",
                "User_ID;Username;Total_XP/700;Ada;1234/701;\"Grace\";0",
                "\uFEFFname,id,xp//Ada,700,1234/Grace,701,0/",
            })
    void csv_withAHeader_isRead(String lines) {
        assertThat(read(lines.replace('/', '\n'))).isEqualTo(new Read.Members(TWO));
    }

    @Test
    void export_ofMembers_isReadAgainInBothFormats() {
        // Given
        var standings =
                List.of(new Standing(1, new UserId(700), "=A\"d,a", 1_234), new Standing(2, new UserId(9), "龍", 5));
        // Then
        assertThat(ImportFile.read(ExportFile.json(new GuildId(7), Instant.EPOCH, standings), MOST))
                .isEqualTo(new Read.Members(List.of(
                        new Given(new UserId(700), Optional.of("=A\"d,a"), 1_234),
                        new Given(new UserId(9), Optional.of("龍"), 5))));
        assertThat(ImportFile.read(ExportFile.csv(standings), MOST))
                .isEqualTo(new Read.Members(List.of(
                        new Given(new UserId(700), Optional.of("'=A\"d,a"), 1_234),
                        new Given(new UserId(9), Optional.of("龍"), 5))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"id\":\"700\",\"xp\":-5}]                     | members[0].xp | be a whole number from 0 to 10,000,000,000 | -5",
                "[{\"id\":\"700\",\"xp\":1e99}]                   | members[0].xp | be a whole number from 0 to 10,000,000,000 | 1.0E99",
                "[{\"id\":\"700\",\"xp\":\"lots\"}]               | members[0].xp | be a whole number from 0 to 10,000,000,000 | lots",
                "[{\"id\":\"700\",\"xp\":99999999999999999999}]   | members[0].xp | be a whole number from 0 to 10,000,000,000 | 99999999999999999999",
                "[{\"id\":\"700\"}]                               | members[0].xp | be there | missing",
                "[{\"id\":\"ada\",\"xp\":5}]                      | members[0].id | be the id of a member | ada",
                "[{\"id\":\"99999999999999999999\",\"xp\":5}]     | members[0].id | be the id of a member | 99999999999999999999",
                "[{\"id\":\"7\",\"xp\":5},{\"id\":\"7\",\"xp\":6}] | members[1].id | stand in the file once | 7",
                "[5]                                              | members[0] | be an object with `id` and `xp` | 5",
                "{\"players\":5}                                  | players | be one list | 5",
                "{\"a\":1}                                        | file | have a list `members` or `players` | neither",
                "{\"players\":[                                   | file | be JSON | line 1, column 13",
                "[]                                               | file | name at least one member | none",
                "id,xp/700,5,/701,minus                           | line 3.xp | be a whole number from 0 to 10,000,000,000 | minus",
                "id,xp/700                                        | line 2 | have as many fields as the header | 700",
                "hello world                                      | file | be JSON, or CSV whose first line names `id` and `xp` | hello world",
                "id,xp/1,1/2,1/3,1/4,1/5,1/6,1                    | file | have at most 5 members | more",
            })
    void file_thatIsWrong_isRefusedWithFieldRuleAndValue(String text, String field, String rule, String value) {
        assertThat(read(text.replace('/', '\n'))).isEqualTo(new Read.Wrong(field, rule, value));
    }

    @Test
    void rubbish_ofTenMegabytes_isRefused() {
        // Given
        var rubbish = new byte[10 * 1024 * 1024];
        new Random(1).nextBytes(rubbish);
        // Then
        assertThat(ImportFile.read(rubbish, MOST)).isEqualTo(new Read.Wrong("file", "be text in UTF-8", "other bytes"));
        assertThat(ImportFile.read("é".repeat(1_000_000).getBytes(ISO_8859_1), MOST))
                .isEqualTo(new Read.Wrong("file", "be text in UTF-8", "other bytes"));
        assertThat(read("x".repeat(10_000_000))).isInstanceOf(Read.Wrong.class);
        assertThat(read("[".repeat(5_000_000))).isInstanceOf(Read.Wrong.class);
        assertThat(read("  ")).isEqualTo(new Read.Wrong("file", "be JSON or CSV", "empty"));
    }
}
