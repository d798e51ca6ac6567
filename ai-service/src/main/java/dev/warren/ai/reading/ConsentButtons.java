package dev.warren.ai.reading;

import dev.warren.ai.asking.Asker;
import dev.warren.ai.errands.Errands;
import dev.warren.ai.reading.Reader.Wish;
import dev.warren.ai.work.Done;
import dev.warren.ai.work.Job;
import dev.warren.ai.work.Worker;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whether a member agrees to be analysed. Only that member is asked, for an hour, and reads with the permissions they have themselves. */
@ApplicationScoped
class ConsentButtons implements ComponentHandler, Worker {
    static final String HANDLER = "analyze";
    static final String AGREE = "yes";
    static final String DECLINE = "no";

    private static final Duration STANDS = Duration.ofHours(1);
    private static final String PURPOSE = "analyze";
    private static final int LIMIT = 100;
    private static final int FEWEST = 3;
    private static final String INSTRUCTIONS =
            "Describe how one member of a Discord server writes, from their own messages and with their consent: subjects, tone, habits, in at most "
                    + "six friendly sentences. No diagnosis, no guess at age, sex, origin, belief, health or politics, and nothing unkind.";

    private final Errands errands;
    private final Reader reader;

    ConsentButtons(Errands errands, Reader reader) {
        this.errands = errands;
        this.reader = reader;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var whom = id.argument(2).map(UserId::of);
        if (whom.filter(call.member().id()::equals).isEmpty()) {
            return refused(
                    "not-asked",
                    whom.map(user -> "Only <@" + user + "> can answer that.").orElse("That button is broken."));
        }
        var since = id.argument(3).map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
        if (since.filter(asked -> asked.plus(STANDS).isAfter(call.time())).isEmpty()) {
            return refused("too-late", "That was asked more than an hour ago. `/analyze` asks anew.");
        }
        return id.argument(0).equals(Optional.of(AGREE))
                ? errands.note(call, tx, kind(), Map.of())
                : Uni.createFrom()
                        .item(Outcome.message(MessageBody.text(
                                "<@" + call.member().id() + "> would rather not. I have read nothing.")));
    }

    private static Uni<Outcome> refused(String reason, String text) {
        return Uni.createFrom().item(Outcome.refused(reason, text));
    }

    @Override
    public String kind() {
        return PURPOSE;
    }

    @Override
    public Done work(Job job) {
        return errands.done(job, errand -> {
            var member = errand.origin().member();
            return reader.read(
                    errand,
                    Asker.of(errand.origin()),
                    new Wish(
                            errand.origin().channel(),
                            LIMIT,
                            message -> message.author().id().equals(member.id()),
                            FEWEST,
                            PURPOSE,
                            INSTRUCTIONS,
                            "🔎 **How <@" + member.id() + "> writes here**"));
        });
    }

    @Override
    public Done givenUp(Job job, boolean late) {
        return errands.givenUp(job, late);
    }
}
