package dev.warren.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.cli.seed.Happening.Joined;
import dev.warren.cli.seed.Happening.Left;
import dev.warren.cli.seed.Happening.Reacted;
import dev.warren.cli.seed.Happening.Said;
import dev.warren.cli.seed.Happening.Voice;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final GuildId GUILD = GuildId.of("1573281633816018944");
    private static final Instant UNTIL = Instant.parse("2026-11-20T10:00:00Z");
    private static final List<Happening> MONTH = happenings(plan("warren", UNTIL));

    @Test
    void life_ofTheSamePlan_isTheSame() {
        assertThat(happenings(plan("warren", UNTIL))).isEqualTo(MONTH);
    }

    @Test
    void life_ofAnotherSeedOrGuild_sharesNoNumber() {
        assertThat(numbers(happenings(plan("other", UNTIL)))).doesNotContainAnyElementsOf(numbers(MONTH));
        var elsewhere = new SeedPlan(GuildId.of("1573281633816018945"), "warren", 60, 30, UNTIL);
        assertThat(numbers(happenings(elsewhere))).doesNotContainAnyElementsOf(numbers(MONTH));
    }

    @Test
    void life_seenSomeDaysLater_goesOnFromTheSameDays() {
        // When
        var later = happenings(plan("warren", UNTIL.plus(Duration.ofDays(3))));
        // Then: what both have in view is the same, and there is more
        var from = UNTIL.minus(Duration.ofDays(26));
        assertThat(later)
                .filteredOn(before(from).negate().and(before(UNTIL)))
                .isEqualTo(MONTH.stream()
                        .filter(before(from).negate().and(before(UNTIL)))
                        .toList());
        assertThat(later).anyMatch(before(UNTIL).negate());
    }

    @Test
    void numbers_areUniqueAndBearTheirTimes() {
        assertThat(numbers(MONTH)).doesNotHaveDuplicates();
        assertThat(MONTH)
                .allSatisfy(happening -> assertThat(new MessageId(happening.number()).createdAt())
                        .isEqualTo(happening.at()));
        assertThat(MONTH).allMatch(happening -> !happening.at().isAfter(UNTIL));
    }

    @Test
    void life_hasDaysAndNightsAndWeekends() {
        // Given
        var said = all(Said.class);
        // When
        var asleep = said.stream().filter(message -> isBetween(message, 2, 6)).count();
        var awake = said.stream().filter(message -> isBetween(message, 18, 22)).count();
        var weekend = said.stream().filter(LifeTest::isWeekend).count() / 2.0;
        var weekdays = said.stream().filter(message -> !isWeekend(message)).count() / 5.0;
        // Then
        assertThat(asleep * 4).isLessThan(awake);
        assertThat(weekend).isGreaterThan(weekdays * 1.1);
    }

    @Test
    void life_isMadeOfConversations() {
        var said = all(Said.class);
        assertThat(said).hasSizeBetween(3_000, 20_000);
        assertThat(said.stream().filter(message -> message.replyTo().isPresent()))
                .hasSizeGreaterThan(said.size() / 10);
        assertThat(said)
                .allSatisfy(message -> message.replyTo().ifPresent(original -> {
                    assertThat(original.channel()).isEqualTo(message.channel());
                    assertThat(original.at()).isBefore(message.at());
                }));
        assertThat(said)
                .noneMatch(message ->
                        message.text().contains("{") || message.text().isBlank());
        assertThat(said.stream().map(Said::channel).distinct()).containsExactlyInAnyOrderElementsOf(Phrases.CHANNELS);
        assertThat(all(Reacted.class))
                .hasSizeGreaterThan(said.size() / 10)
                .allSatisfy(reacted ->
                        assertThat(reacted.at()).isAfter(reacted.message().at()));
    }

    @Test
    void members_whoLeft_areSilentUntilTheyJoinAgain() {
        assertThat(all(Joined.class)).isNotEmpty();
        assertThat(all(Left.class)).isNotEmpty();
        var gone = new HashSet<Person>();
        for (var happening : MONTH) {
            switch (happening) {
                case Left left -> assertThat(gone.add(left.who())).isTrue();
                case Joined joined -> gone.remove(joined.who());
                case Said said -> assertThat(gone).doesNotContain(said.who());
                case Reacted _, Voice _ -> {}
            }
        }
    }

    @Test
    void voice_alwaysEnds() {
        var where = new HashMap<Person, Optional<String>>();
        all(Voice.class).forEach(voice -> where.merge(voice.who(), voice.channel(), (_, now) -> now));
        assertThat(where).isNotEmpty();
        assertThat(all(Voice.class).stream().filter(voice -> voice.channel().isEmpty()))
                .allMatch(voice -> voice.over().equals(voice.at()));
        assertThat(where.values()).allMatch(Optional::isEmpty);
    }

    @Test
    void people_haveNamesOfSeveralScriptsAndTheirOwnIds() {
        var people = People.of("warren", 500);
        assertThat(people).extracting(Person::name).doesNotHaveDuplicates();
        assertThat(people).extracting(Person::id).doesNotHaveDuplicates();
        assertThat(people.subList(0, 60)).isEqualTo(People.of("warren", 60));
        assertThat(people.subList(0, 60).stream()
                        .map(person -> Character.UnicodeScript.of(person.name().codePointAt(0)))
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(4);
        assertThat(people)
                .allSatisfy(person -> assertThat(person.id().createdAt())
                        .isBetween(Instant.parse("2017-01-01T00:00:00Z"), Instant.parse("2024-01-01T00:00:00Z")));
    }

    private static boolean isBetween(Said said, int from, int to) {
        int hour = said.at().atZone(said.who().home()).getHour();
        return hour >= from && hour < to;
    }

    private static boolean isWeekend(Said said) {
        return said.at().atZone(ZoneOffset.UTC).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static Predicate<Happening> before(Instant moment) {
        return happening -> happening.over().isBefore(moment);
    }

    private static <H extends Happening> List<H> all(Class<H> kind) {
        return MONTH.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Long> numbers(List<Happening> happenings) {
        return happenings.stream().map(Happening::number).toList();
    }

    private static SeedPlan plan(String seed, Instant until) {
        return new SeedPlan(GUILD, seed, 60, 30, until);
    }

    private static List<Happening> happenings(SeedPlan plan) {
        var life = new Life(plan);
        return plan.calendar().flatMap(day -> life.of(day).stream()).toList();
    }
}
