package dev.warren.cli.seed;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes up who could be a member. The first members of a larger crowd are those of a smaller one. */
final class People {
    /** How many of the members come and go; the others stay. */
    private static final double RESTLESS = 0.35;
    /** A usual day of the most talkative: each next one writes a little less. */
    private static final double MOST_TALK = 22;

    private record Home(ZoneOffset zone, int share, List<String> given, List<String> family) {}

    private static final List<Home> HOMES = Texts.groups("names.txt").stream()
            .map(group -> {
                var numbers = group.getKey().split(" ", 2);
                return new Home(
                        ZoneOffset.ofHours(Integer.parseInt(numbers[0])),
                        Integer.parseInt(numbers[1]),
                        List.of(group.getValue().getFirst().split(" ")),
                        List.of(group.getValue().getLast().split(" ")));
            })
            .toList();
    private static final double[] SHARES =
            HOMES.stream().mapToDouble(Home::share).toArray();

    private People() {}

    /** So many people, from talkative to silent by and large. */
    static List<Person> of(String seed, int count) {
        var people = new ArrayList<Person>();
        var names = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            var dice = Dice.of(seed, "person", i);
            var home = HOMES.get(dice.weighted(SHARES));
            var name = name(home, dice, names);
            var restless = dice.chance(RESTLESS);
            int cycle = restless ? dice.between(50, 160) : 0;
            people.add(new Person(
                    Person.idOf(name),
                    name,
                    home.zone(),
                    // Zipf's law, as activity in communities goes; it is shuffled a little
                    MOST_TALK / Math.pow(1 + i * 0.35, 0.8) * (0.5 + dice.below(100) / 100.0),
                    dice.between(-1, 2),
                    cycle,
                    restless ? dice.between(5, cycle / 3) : 0,
                    dice.below(1000)));
        }
        return List.copyOf(people);
    }

    private static String name(Home home, Dice dice, Set<String> taken) {
        var name = dice.one(home.given()) + " " + dice.one(home.family());
        var unique = name;
        for (int number = 2; !taken.add(unique); number++) {
            unique = name + " " + number;
        }
        return unique;
    }
}
