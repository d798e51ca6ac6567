package dev.warren.cli.seed;

import dev.warren.cli.seed.Happening.Said;
import dev.warren.cli.seed.Wish.Found;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Members use commands, in messages of the day before the plan's last. The record of a command bears the present time, since old ones
 * are not run; its id is that of its message, so that a service does it once however often it is seeded on one day.
 */
final class Invocations {
    /** How many members use each command: enough to fill a first page. */
    static final int MEMBERS = 10;

    private static final Duration NOON = Duration.ofHours(12);
    private static final List<String> CHORES =
            List.of("water the plants", "call the dentist", "feed the cat", "bring back the books", "buy bread");
    private static final List<String> MOMENTS = List.of("when", "time", "at", "in", "date", "due");

    private final SeedPlan plan;
    private final Places places;
    private final Instant now;

    Invocations(SeedPlan plan, Places places, Instant now) {
        this.plan = plan;
        this.places = places;
        this.now = now;
    }

    /** The first option that must be given and of which nobody knows what; none when the command can be used. */
    static Optional<OptionDescription> obstacle(Found found) {
        return found.form().options().stream()
                .filter(option ->
                        option.required() && value(option, "", Optional.empty()).isEmpty())
                .findFirst();
    }

    /** The messages in which members use the command. */
    List<Said> messages(Found found, List<Person> members) {
        var numbers = new Numbers(plan.guild(), plan.seed() + "/" + found.path());
        var noon = plan.lastDay()
                .minusDays(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .plus(NOON);
        var said = new ArrayList<Said>();
        for (var person : members.stream().limit(MEMBERS).toList()) {
            var at = noon.plusSeconds(20L * said.size());
            said.add(new Said(
                    numbers.at(at),
                    at,
                    person,
                    Phrases.CHANNELS.getFirst(),
                    "!" + found.path() + words(found, person),
                    Optional.empty(),
                    Optional.of(found.command())));
        }
        return said;
    }

    /** What the gateway would have made of such a message. */
    Outgoing<?> record(Found found, Said said) {
        var person = said.who();
        var origin = new Origin(
                Optional.empty(),
                Optional.of(said.id()),
                Optional.of(plan.guild()),
                places.channel(said.channel()).id(),
                SeedRecords.member(person),
                Optional.empty());
        InteractionEvent invoked = new CommandInvoked(
                origin,
                found.service(),
                found.command(),
                found.subcommand(),
                Via.PREFIX,
                options(found, person),
                Optional.empty(),
                now,
                false);
        var key = Keys.member(Optional.of(plan.guild()), person.id());
        return new Outgoing<>(
                Topics.INTERACTIONS,
                new Event<>(
                        EventId.command(said.id()),
                        SeedRecords.SOURCE,
                        now,
                        key,
                        EventId.message(said.id()),
                        Optional.of(EventId.message(said.id())),
                        invoked));
    }

    private Map<String, OptionValue> options(Found found, Person person) {
        var options = new HashMap<String, OptionValue>();
        for (var option : found.form().options()) {
            // without its time a reminder would only be asked about
            if (option.required() || MOMENTS.contains(option.name())) {
                value(option, chore(person), Optional.of(person.id()))
                        .ifPresent(value -> options.put(option.name(), value));
            }
        }
        return options;
    }

    private String words(Found found, Person person) {
        var words = new StringBuilder();
        var options = options(found, person);
        for (var option : found.form().options()) {
            Optional.ofNullable(options.get(option.name()))
                    .ifPresent(value -> words.append(' ').append(value.value()));
        }
        return words.toString();
    }

    private String chore(Person person) {
        return Dice.of(plan.seed(), "chore", person.name()).one(CHORES);
    }

    private static Optional<OptionValue> value(OptionDescription option, String text, Optional<UserId> self) {
        if (!option.choices().isEmpty()) {
            return Optional.of(
                    new OptionValue(option.type(), option.choices().getFirst().value(), Optional.empty()));
        }
        var words = MOMENTS.contains(option.name()) ? "tomorrow at 18:00" : text;
        return switch (option.type()) {
            case STRING -> Optional.of(OptionValue.text(cut(words, option)));
            case INTEGER, NUMBER, AMOUNT ->
                Optional.of(new OptionValue(
                        option.type(), Long.toString(option.minimum().orElse(1L)), Optional.empty()));
            case BOOLEAN -> Optional.of(new OptionValue(option.type(), "true", Optional.empty()));
            case DURATION ->
                Optional.of(
                        new OptionValue(OptionType.DURATION, Duration.ofDays(1).toString(), Optional.empty()));
            case USER -> self.map(user -> new OptionValue(OptionType.USER, user.toString(), Optional.empty()));
            case CHANNEL, ROLE, MENTIONABLE, ATTACHMENT -> Optional.empty();
        };
    }

    private static String cut(String words, OptionDescription option) {
        int most = option.maximum().map(Long::intValue).orElse(Integer.MAX_VALUE);
        return words.length() <= most ? words : words.substring(0, most);
    }
}
