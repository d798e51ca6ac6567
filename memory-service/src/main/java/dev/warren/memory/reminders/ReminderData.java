package dev.warren.memory.reminders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.memory.MemoryConfig;
import dev.warren.memory.privacy.PersonalData;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** A member's reminders, for the member. */
@ApplicationScoped
class ReminderData implements PersonalData {
    private final Reminders reminders;
    private final long days;

    ReminderData(Reminders reminders, MemoryConfig config) {
        this.reminders = reminders;
        this.days = config.reminders().endedKept().toDays();
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public String kept() {
        return "Your reminders, until " + days + " days after they have ended";
    }

    @Override
    public Uni<Long> count(Mutiny.StatelessSession tx, UserId user) {
        return reminders.all(tx, user).map(all -> (long) all.size());
    }

    @Override
    public Uni<JsonNode> export(Mutiny.StatelessSession tx, UserId user) {
        return reminders.all(tx, user).map(all -> {
            var nodes = JsonNodeFactory.instance.arrayNode();
            all.forEach(one -> nodes.add(node(one)));
            return nodes;
        });
    }

    private static ObjectNode node(Reminder reminder) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("number", reminder.id())
                .put("what", reminder.words())
                .put("state", reminder.state().name().toLowerCase(Locale.ROOT))
                .put("zone", reminder.zone().getId())
                .put("channel", reminder.channel().toString())
                .put("askedAt", reminder.madeAt().toString());
        reminder.guild().ifPresent(guild -> node.put("guild", guild.toString()));
        reminder.dueAt().ifPresent(due -> node.put("dueAt", due.toString()));
        reminder.series().ifPresent(series -> node.put("repeats", series.rule()));
        return node;
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession tx, UserId user) {
        return reminders.erase(tx, user);
    }
}
