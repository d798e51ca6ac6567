package dev.warren.leveling.activity;

import dev.warren.leveling.experience.FactSink;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Notes what people write in guilds, to be counted by {@link MessageFold}. */
@ApplicationScoped
class MessageLog implements FactSink {
    private static final String NOTE = """
            INSERT INTO message_log (guild_id, user_id, message)
            SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[])""";

    @Override
    public Uni<Void> store(List<Received<FactEvent>> batch, SqlConnection tx) {
        var written = batch.stream()
                .flatMap(received -> received.event().payload() instanceof MessageFact fact && counts(fact)
                        ? Stream.of(fact)
                        : Stream.<MessageFact>empty())
                .toList();
        return written.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(NOTE)
                        .execute(Tuple.of(
                                written.stream()
                                        .map(fact -> fact.guild().orElseThrow().value())
                                        .toArray(Long[]::new),
                                written.stream()
                                        .map(fact -> fact.author().value())
                                        .toArray(Long[]::new),
                                written.stream()
                                        .map(fact -> fact.message().value())
                                        .toArray(Long[]::new)))
                        .replaceWithVoid();
    }

    private static boolean counts(MessageFact fact) {
        return fact.guild().isPresent() && !fact.bot() && !fact.webhook();
    }
}
