package dev.warren.leveling.recount;

import dev.warren.leveling.experience.RulesHistory;
import dev.warren.leveling.rounds.Sql;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.leveling.LevelingEvent.XpRecounted;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The button under a recount's preview. What it begins goes on by itself, and after a restart. */
@ApplicationScoped
class RecountButton implements ComponentHandler {
    private static final String BEGIN = """
            INSERT INTO xp_recount (guild_id, version, before, asked_at, cause) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (guild_id) DO UPDATE
            SET version = excluded.version, before = excluded.before, asked_at = excluded.asked_at, cause = excluded.cause,
                cursor = 0, done = false""";

    private final RulesHistory rules;

    RecountButton(RulesHistory rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return RecountTexts.HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var guild =
                call.guild().orElseThrow(() -> new IllegalStateException("a recount was asked for outside a guild"));
        long version = number(id, 0);
        var before = Instant.ofEpochMilli(number(id, 1));
        if (rules.at(guild, call.time()).version() != version) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "rules-changed", "The rules changed since this was shown. Ask for `/xp recount` again."));
        }
        var recounted = new XpRecounted(guild, call.member().id(), version, before);
        var audited = new Audited(
                guild,
                Service.LEVELING.id(),
                call.member().id(),
                "xp-recounted",
                Optional.empty(),
                Optional.empty(),
                Map.of("version", String.valueOf(version), "before", before.toString()),
                call.time());
        return Sql.execute(
                        tx,
                        BEGIN,
                        guild.value(),
                        version,
                        before.toEpochMilli(),
                        call.now().toEpochMilli(),
                        call.id().value())
                .replaceWith(Outcome.update(MessageBody.text(
                                "The recount has begun: all until <t:%d:f> is judged by the rules of now."
                                        .formatted(before.getEpochSecond())))
                        .emitting(
                                call.causes(Topics.LEVELING_EVENTS, "recounted", Keys.guild(guild), recounted),
                                call.causes(Topics.AUDIT, "audited", Keys.guild(guild), audited)));
    }

    private static long number(CustomId id, int place) {
        return id.argument(place)
                .map(Long::parseLong)
                .orElseThrow(() -> new IllegalArgumentException("customId must name version and moment: " + id));
    }
}
