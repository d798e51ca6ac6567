package dev.warren.leveling.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.TestDatabase;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every reader of standings keeps to. Each test has a guild of its own. */
abstract class StandingsContract {
    private static final AtomicLong GUILDS = new AtomicLong(2_000);
    private static final UserId NOBODY = new UserId(999_999);

    private GuildId guild = new GuildId(1);

    @BeforeEach
    void moveToANewGuild() {
        guild = new GuildId(GUILDS.incrementAndGet());
    }

    abstract Standings standings();

    /** Makes members with these totals; each is called after their id. */
    abstract void given(GuildId guild, Map<UserId, Long> totals);

    private Optional<Standing> find(long member) {
        return TestDatabase.await(standings().find(guild, new UserId(member)));
    }

    private Page page(int number, int size, long caller) {
        return TestDatabase.await(standings().page(guild, number, size, new UserId(caller)));
    }

    private void given(Object... membersAndTotals) {
        var totals = new TreeMap<UserId, Long>(Comparator.comparingLong(UserId::value));
        for (int i = 0; i < membersAndTotals.length; i += 2) {
            totals.put(new UserId((int) membersAndTotals[i]), (long) (int) membersAndTotals[i + 1]);
        }
        given(guild, totals);
    }

    @Test
    void find_ofAMemberWithXp_givesPlaceLevelAndProgress() {
        // Given
        given(1, 300, 2, 255, 3, 50);
        // When
        var standing = find(2).orElseThrow();
        // Then
        assertThat(standing).isEqualTo(new Standing(2, new UserId(2), "Member 2", 255));
        assertThat(standing.level()).isEqualTo(2);
        assertThat(standing.intoLevel()).isZero();
        assertThat(standing.levelTakes()).isEqualTo(220);
    }

    @Test
    void find_ofAMemberWithoutXp_givesNothing() {
        // Given
        given(1, 300, 2, 0);
        // Then
        assertThat(find(2)).isEmpty();
        assertThat(find(3)).isEmpty();
    }

    @Test
    void places_ofMembersWithTheSameXp_goByTheSmallerId() {
        // Given
        given(5, 100, 3, 100, 9, 100, 1, 99, 7, 101);
        // Then
        assertThat(IntStream.of(7, 3, 5, 9, 1)
                        .mapToLong(member -> find(member).orElseThrow().place()))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(page(0, 10, 1).standings())
                .extracting(found -> found.member().value())
                .containsExactly(7L, 3L, 5L, 9L, 1L);
    }

    @Test
    void page_ofAnEmptyGuild_isEmpty() {
        assertThat(page(3, 10, 1)).isEqualTo(new Page(0, 0, 0, List.of(), Optional.empty()));
    }

    @Test
    void page_beyondTheLast_isTheLast() {
        // Given
        given(1, 30, 2, 20, 3, 10);
        // When
        var page = page(100, 2, 3);
        // Then
        assertThat(page.number()).isEqualTo(1);
        assertThat(page.pages()).isEqualTo(2);
        assertThat(page.members()).isEqualTo(3);
        assertThat(page.standings()).containsExactly(new Standing(3, new UserId(3), "Member 3", 10));
        assertThat(page.caller()).contains(new Standing(3, new UserId(3), "Member 3", 10));
    }

    @Test
    void page_ofAGuild_knowsNothingOfAnother() {
        // Given
        given(1, 30);
        given(new GuildId(guild.value() + 1_000_000), Map.of(new UserId(2), 50L));
        // Then
        assertThat(page(0, 10, 2).standings()).hasSize(1);
        assertThat(page(0, 10, 2).caller()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10, 100})
    void pages_oneAfterTheOther_areTheWholeOrderWithoutGapOrDouble(int size) {
        // Given
        var random = new Random(size);
        var totals = new TreeMap<UserId, Long>(Comparator.comparingLong(UserId::value));
        IntStream.rangeClosed(1, 95).forEach(member -> totals.put(new UserId(member), (long) random.nextInt(12)));
        given(guild, totals);
        var expected = totals.entrySet().stream()
                .filter(total -> total.getValue() > 0)
                .sorted(Map.Entry.<UserId, Long>comparingByValue().reversed())
                .map(total -> total.getKey().value())
                .toList();
        // When
        int pages = page(0, size, 1).pages();
        var standings = IntStream.range(0, pages)
                .mapToObj(number -> page(number, size, 1))
                .flatMap(page -> page.standings().stream())
                .toList();
        // Then
        assertThat(standings).extracting(found -> found.member().value()).containsExactlyElementsOf(expected);
        assertThat(standings)
                .allSatisfy(found -> assertThat(find(found.member().value())).contains(found));
    }

    @Test
    void pageOf_aMember_isThePageTheyStandOn() {
        // Given
        given(1, 50, 2, 40, 3, 30, 4, 20, 5, 10);
        // Then
        assertThat(TestDatabase.await(standings().pageOf(guild, new UserId(4), 2))
                        .number())
                .isEqualTo(1);
        assertThat(TestDatabase.await(standings().pageOf(guild, new UserId(5), 2))
                        .number())
                .isEqualTo(2);
        assertThat(TestDatabase.await(standings().pageOf(guild, NOBODY, 2)).number())
                .isZero();
    }
}
