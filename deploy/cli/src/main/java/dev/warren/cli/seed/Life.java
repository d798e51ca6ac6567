package dev.warren.cli.seed;

import dev.warren.cli.seed.Happening.Joined;
import dev.warren.cli.seed.Happening.Left;
import dev.warren.cli.seed.Happening.Reacted;
import dev.warren.cli.seed.Happening.Said;
import dev.warren.cli.seed.Happening.Voice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes up what happens on a day. A day depends on the plan's guild, seed and members alone, not on when the plan begins or ends. */
final class Life {
    /** Where people talk aloud. */
    static final String LOUNGE = "lounge";

    private static final Map<DayOfWeek, Double> LIVELY = Map.of(
            DayOfWeek.MONDAY, 0.85,
            DayOfWeek.TUESDAY, 0.9,
            DayOfWeek.WEDNESDAY, 0.95,
            DayOfWeek.THURSDAY, 0.95,
            DayOfWeek.FRIDAY, 1.1,
            DayOfWeek.SATURDAY, 1.35,
            DayOfWeek.SUNDAY, 1.25);
    /** How many messages a conversation has on average. */
    private static final double LENGTH = 8;

    private static final double REPLIES = 0.3;
    private static final double REACTIONS = 0.22;
    /** How many voice evenings there are for each writing member and day. */
    private static final double VOICE = 0.06;

    private static final int HOUR_SECONDS = 3600;
    private static final double[] CHANNEL_SHARES = IntStream.range(0, Phrases.CHANNELS.size())
            .mapToDouble(place -> 1.0 / (1 + place * 0.7))
            .toArray();

    private final SeedPlan plan;
    private final List<Person> people;

    Life(SeedPlan plan) {
        this.plan = plan;
        this.people = plan.people();
    }

    /** What happens on a day, in order of time, as far as it is over when the plan ends. */
    List<Happening> of(LocalDate day) {
        return new Day(day)
                .happenings().stream()
                        .filter(happening -> !happening.over().isAfter(plan.until()))
                        .toList();
    }

    /** One day in the making. */
    private final class Day {
        private final LocalDate date;
        private final boolean weekend;
        private final Dice dice;
        private final Numbers numbers;
        private final List<Person> present;
        private final Instant end;
        private final List<Happening> happenings = new ArrayList<>();

        Day(LocalDate date) {
            this.date = date;
            weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            dice = Dice.of(plan.guild(), plan.seed(), plan.members(), date);
            numbers = new Numbers(plan.guild(), plan.seed());
            present = people.stream()
                    .filter(person -> person.isMember(date) && !person.joinsOn(date))
                    .toList();
            end = date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }

        List<Happening> happenings() {
            comeAndGo();
            if (!present.isEmpty()) {
                double mood =
                        Optional.ofNullable(LIVELY.get(date.getDayOfWeek())).orElseThrow();
                double messages = present.stream().mapToDouble(Person::talk).sum() * mood;
                for (int i = (int) Math.max(1, messages / LENGTH); i > 0; i--) {
                    converse();
                }
                for (int i = (int) Math.round(present.size() * VOICE * mood); i > 0; i--) {
                    talkAloud();
                }
            }
            return happenings.stream()
                    .sorted(Comparator.comparing(Happening::at).thenComparing(Happening::number))
                    .toList();
        }

        private void comeAndGo() {
            for (var person : people) {
                var at = person.comesOrGoes(date);
                if (person.joinsOn(date)) {
                    happenings.add(new Joined(numbers.at(at), at, person));
                } else if (person.leavesOn(date)) {
                    happenings.add(new Left(numbers.at(at), at, person));
                }
            }
        }

        private void converse() {
            int hour = hour();
            var crowd = crowd(hour, dice.between(2, 5));
            var channel = Phrases.CHANNELS.get(dice.weighted(CHANNEL_SHARES));
            var at = within(hour);
            var last = Optional.<Said>empty();
            int length = crowd.size() == 1 ? 1 : 2 + (int) dice.waiting(LENGTH - 2);
            for (int i = 0; i < length && at.isBefore(end); i++) {
                var author = speaker(crowd, last);
                var text = i == 0 ? Phrases.open(channel, dice) : Phrases.answer(channel, dice);
                var replyTo = dice.chance(REPLIES) ? last : Optional.<Said>empty();
                var said = new Said(numbers.at(at), at, author, channel, text, replyTo, Optional.empty());
                happenings.add(said);
                react(said, crowd);
                last = Optional.of(said);
                at = at.plusMillis(4_000 + (long) (dice.waiting(40) * 1000));
            }
        }

        /** Mostly somebody else than who spoke last. */
        private Person speaker(List<Person> crowd, Optional<Said> last) {
            var next = dice.one(crowd);
            var again = last.map(Said::who).filter(next::equals).isPresent();
            return again && dice.chance(0.8) ? dice.one(crowd) : next;
        }

        private void react(Said said, List<Person> crowd) {
            for (var person : crowd) {
                if (!person.equals(said.who()) && dice.chance(REACTIONS)) {
                    var at = said.at().plusMillis(2_000 + (long) (dice.waiting(30) * 1000));
                    var emoji = Phrases.emoji(dice);
                    if (at.isBefore(end)) {
                        happenings.add(new Reacted(numbers.at(at), at, person, said, emoji));
                    }
                }
            }
        }

        private void talkAloud() {
            int hour = hour();
            for (var person : crowd(hour, dice.between(1, 4))) {
                var from = within(hour);
                var stay = Duration.ofMinutes(3 + (long) dice.waiting(45));
                var muted = dice.chance(0.3);
                var to = from.plus(stay);
                if (to.isBefore(end)) {
                    voice(person, from, to, Optional.of(LOUNGE), false);
                    if (muted) {
                        voice(person, from.plus(stay.dividedBy(2)), to, Optional.of(LOUNGE), true);
                    }
                    voice(person, to, to, Optional.empty(), false);
                }
            }
        }

        private void voice(Person person, Instant at, Instant over, Optional<String> channel, boolean muted) {
            happenings.add(new Voice(numbers.at(at), at, person, over, channel, muted));
        }

        private int hour() {
            return dice.weighted(IntStream.range(0, 24)
                    .mapToDouble(hour -> present.stream()
                            .mapToDouble(person -> person.liveliness(hour, weekend))
                            .sum())
                    .toArray());
        }

        /** At most so many who are likely to be there. */
        private List<Person> crowd(int hour, int size) {
            var weights = present.stream()
                    .mapToDouble(person -> person.liveliness(hour, weekend))
                    .toArray();
            return IntStream.range(0, size)
                    .mapToObj(_ -> present.get(dice.weighted(weights)))
                    .distinct()
                    .toList();
        }

        private Instant within(int hour) {
            return date.atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .plusMillis((hour * (long) HOUR_SECONDS + dice.below(HOUR_SECONDS)) * 1000 + dice.below(1000));
        }
    }
}
