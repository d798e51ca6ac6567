package dev.warren.eventviewer.web;

import dev.warren.eventviewer.chains.Asked;
import dev.warren.eventviewer.records.RecordFilter;
import dev.warren.eventviewer.records.SeenRecord.Place;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a request asks for, checked. */
final class Parameters {
    private static final int LONGEST = 240;
    private static final int MOST_RECORDS = 500;
    private static final String SNOWFLAKE = "[1-9]\\d{0,18}";

    private final RoutingContext context;

    Parameters(RoutingContext context) {
        this.context = context;
    }

    Asked asked() {
        var typed = text("q");
        if (typed.isPresent()) {
            return checked("q", typed.get(), Asked::typed);
        }
        var message = text("message").map(id -> checked("message", id, MessageId::of));
        var interaction = text("interaction").map(id -> checked("interaction", id, InteractionId::of));
        // they are not needed to find it, yet a typing error in them should be told
        snowflake("guild");
        snowflake("channel");
        if (message.isEmpty() && interaction.isEmpty()) {
            throw new BadInput("q", "must be given, or message, or interaction", "none of them");
        }
        return new Asked(message, interaction, Optional.empty());
    }

    RecordFilter filter() {
        var topic = text("topic");
        topic.ifPresent(Parameters::checkTopic);
        return new RecordFilter(
                topic, text("type"), snowflake("guild"), snowflake("user"), text("correlation"), text("text"));
    }

    int limit() {
        return text("limit").map(text -> number("limit", text, 1, MOST_RECORDS)).orElse(50);
    }

    Place place() {
        var topic = context.pathParam("topic");
        checkTopic(topic);
        return new Place(
                topic,
                number("partition", context.pathParam("partition"), 0, 100_000),
                checked("offset", context.pathParam("offset"), text -> {
                    if (!text.matches("\\d{1,18}")) {
                        throw new IllegalArgumentException();
                    }
                    return Long.parseLong(text);
                }));
    }

    private static void checkTopic(String name) {
        if (Topics.all().stream().noneMatch(topic -> topic.name().equals(name))) {
            throw new BadInput(
                    "topic",
                    "must be one of " + Topics.all().stream().map(Topic::name).collect(Collectors.joining(", ")),
                    name);
        }
    }

    private static int number(String field, String text, int least, int most) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new BadInput(field, "must be a number from " + least + " to " + most, text);
        }
        return Integer.parseInt(text);
    }

    private Optional<String> snowflake(String field) {
        var text = text(field);
        text.filter(id -> !id.matches(SNOWFLAKE)).ifPresent(id -> {
            throw new BadInput(field, "must be an id of Discord, up to 19 digits", id);
        });
        return text;
    }

    private Optional<String> text(String field) {
        var values = context.queryParam(field);
        if (values.isEmpty() || values.getFirst().isBlank()) {
            return Optional.empty();
        }
        var text = values.getFirst().strip();
        if (text.length() > LONGEST) {
            throw new BadInput(field, "must have at most " + LONGEST + " characters", text);
        }
        return Optional.of(text);
    }

    private static <T> T checked(String field, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(field, rule(field), text);
        }
    }

    private static String rule(String field) {
        return switch (field) {
            case "q" -> "must be a link to a message, an id of Discord, or an event's id such as interaction:5678";
            case "offset" -> "must be a whole number, not negative";
            default -> "must be an id of Discord, up to 19 digits";
        };
    }
}
