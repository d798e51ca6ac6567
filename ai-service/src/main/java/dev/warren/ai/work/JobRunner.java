package dev.warren.ai.work;

import dev.warren.ai.AiConfig;
import dev.warren.ai.work.JobStore.Claimed;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.KafkaEventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.inbox.RecordedOutcome;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Does one job: work, then its effect and what it emits in one transaction, then the broker, then done. */
@ApplicationScoped
class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AiConfig.Work config;
    private final JobStore store;
    private final EventCodec codec;
    private final KafkaEventPublisher publisher;
    private final InstantSource clock;
    private final Map<String, Worker> workers;
    private final RecordedOutcome outcomes = new RecordedOutcome();

    JobRunner(
            AiConfig config,
            JobStore store,
            EventCodec codec,
            KafkaEventPublisher publisher,
            InstantSource clock,
            @All List<Worker> workers) {
        this.config = config.work();
        this.store = store;
        this.codec = codec;
        this.publisher = publisher;
        this.clock = clock;
        this.workers = workers.stream().collect(Collectors.toUnmodifiableMap(Worker::kind, Function.identity()));
    }

    /** Returns when it is done, or given back. */
    void run(Claimed claimed) {
        var job = claimed.job();
        try {
            var records = claimed.outcome().map(outcomes::read).orElseGet(() -> store(job, work(job)));
            publisher.publishEncoded(records).await().indefinitely();
            store.done(job).await().indefinitely();
        } catch (LostLease e) {
            LOG.infof("somebody else does it jobId=%s", job.id());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "a job is tried again jobId=%s attempt=%s error=%s",
                    job.id(), job.attempt(), e.getClass().getName());
            LOG.debug("a job is tried again", e);
            giveBack(job);
        }
    }

    private Done work(Job job) {
        var worker = Optional.ofNullable(workers.get(job.kind()))
                .orElseThrow(() -> new IllegalStateException("nobody does such work: " + job.kind()));
        if (job.attempt() > config.attempts()) {
            return worker.givenUp(job, false);
        }
        return job.attempt() == 1 && clock.instant().isAfter(job.expiresAt())
                ? worker.givenUp(job, true)
                : worker.work(job);
    }

    private List<ProducerRecord<String, byte[]>> store(Job job, Done done) {
        return store.pool()
                .withTransaction(tx -> JobStore.hold(tx, job).chain(held -> held ? store(tx, job, done) : lost()))
                .await()
                .indefinitely();
    }

    private static Uni<List<ProducerRecord<String, byte[]>>> lost() {
        return Uni.createFrom().failure(new LostLease());
    }

    private Uni<List<ProducerRecord<String, byte[]>>> store(SqlConnection tx, Job job, Done done) {
        return done.effect()
                .apply(tx)
                .map(events -> encode(events, job.traceParent()))
                .call(records -> JobStore.answer(tx, job, outcomes.write(records)));
    }

    private List<ProducerRecord<String, byte[]>> encode(List<Outgoing<?>> events, Optional<String> trace) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        events.forEach(event -> records.add(codec.encode(event, trace)));
        return records;
    }

    private void giveBack(Job job) {
        store.release(job, PAUSE.multipliedBy(job.attempt()), true)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "a job waits for its lease jobId=%s error=%s",
                        job.id(), failure.getClass().getName()))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    /** The lease ran out while the work was done. */
    private static final class LostLease extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
