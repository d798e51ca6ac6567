package dev.warren.memory.community.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.util.Strings;

/**
 * Collects the properties of the events in an iCalendar file while it is parsed, and nothing else of it: no zone of the file's own, no
 * alarm, no attachment. Used by one thread.
 */
final class IcsProperties implements ContentHandler {
    private static final String EVENT = "VEVENT";
    /** Calendar, event, alarm, and some to spare; the parser goes down a level for each. */
    private static final int DEEPEST = 8;

    private final int most;
    private final List<Map<String, Property>> events = new ArrayList<>();
    private final List<String> inside = new ArrayList<>();
    private Map<String, Property> event = new HashMap<>();
    private Optional<Map<String, String>> parameters = Optional.empty();
    private String value = "";

    /** @param most events that are read */
    IcsProperties(int most) {
        this.most = most;
    }

    /** A property with its parameters, by their names in upper case. */
    record Property(String value, Map<String, String> parameters) {
        /** The text, without the marks of iCalendar. */
        String text() {
            return Strings.unescape(value);
        }
    }

    /** There are more than are read. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("too many", null, false, false);
        }
    }

    List<Map<String, Property>> events() {
        return List.copyOf(events);
    }

    @Override
    public void startCalendar() {}

    @Override
    public void endCalendar() {}

    @Override
    public void startComponent(String name) {
        if (inside.size() >= DEEPEST) {
            throw new IllegalArgumentException("components must not lie in each other so deep");
        }
        inside.add(name.toUpperCase(Locale.ROOT));
        if (inside.equals(List.of(EVENT))) {
            event = new HashMap<>();
        }
    }

    @Override
    public void endComponent(String name) {
        if (inside.equals(List.of(EVENT))) {
            if (events.size() >= most) {
                throw new TooMany();
            }
            events.add(Map.copyOf(event));
        }
        if (!inside.isEmpty()) {
            inside.removeLast();
        }
    }

    @Override
    public void startProperty(String name) {
        parameters = Optional.of(new HashMap<>());
        value = "";
    }

    @Override
    public void propertyValue(String read) {
        value = read;
    }

    @Override
    public void endProperty(String name) {
        if (inside.equals(List.of(EVENT))) {
            event.putIfAbsent(
                    name.toUpperCase(Locale.ROOT), new Property(value, Map.copyOf(parameters.orElse(Map.of()))));
        }
    }

    @Override
    public void parameter(String name, String read) {
        parameters.ifPresent(all -> all.put(name.toUpperCase(Locale.ROOT), Strings.unquote(read)));
    }
}
