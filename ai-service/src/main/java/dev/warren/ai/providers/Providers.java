package dev.warren.ai.providers;

import dev.warren.ai.AiConfig;
import dev.warren.runtime.config.RuntimeConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The providers that are configured, in their order; those that are out are looked after until they are back. */
@ApplicationScoped
public class Providers {
    private static final Logger LOG = Logger.getLogger(Providers.class);
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    private final RuntimeConfig runtime;
    private final AiConfig.Routing routing;
    private final List<Provider> all;
    private final HttpClient client;
    private final ExecutorService threads;
    private final Patience patience;
    private final ProviderHttp http;
    private final List<Consumer<Provider>> wellAgain = new CopyOnWriteArrayList<>();
    private final Set<String> ailing = ConcurrentHashMap.newKeySet();
    private final Semaphore stopping = new Semaphore(0);
    private Optional<Thread> nursing = Optional.empty();

    Providers(RuntimeConfig runtime, AiConfig config, InstantSource clock, MeterRegistry meters) {
        this.runtime = runtime;
        this.routing = config.routing();
        var calls = config.calls();
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("http-", 0).factory());
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(calls.connect())
                .executor(threads)
                .build();
        this.patience = new Patience(calls.silence(), calls.longest());
        this.http = new ProviderHttp(client, patience, calls.silence(), clock);
        var shared = new SharedHttp(http, calls.connect(), calls.silence());
        this.all = sorted(config).stream()
                .map(entry -> new Provider(
                        entry.id(),
                        entry.config(),
                        name -> Protocols.model(entry.config(), name, calls.answerTokens(), shared)))
                .toList();
        all.forEach(provider -> {
            meters.gauge(
                    "warren.ai.provider.out",
                    List.of(Tag.of("provider", provider.id())),
                    provider,
                    one -> one.isOut() ? 1 : 0);
            meters.gauge(
                    "warren.ai.provider.line",
                    List.of(Tag.of("provider", provider.id())),
                    provider,
                    one -> one.line().length());
        });
    }

    private record Entry(String id, AiConfig.Provider config) {}

    private static List<Entry> sorted(AiConfig config) {
        var order = config.routing().order();
        var entries = new ArrayList<Entry>();
        config.providers().forEach((id, provider) -> {
            if (provider.enabled() || provider.key().isPresent()) {
                entries.add(new Entry(id, provider));
            }
        });
        entries.sort(Comparator.comparingInt((Entry entry) -> place(order, entry.id()))
                .thenComparing(Entry::id));
        return entries;
    }

    private static int place(List<String> order, String id) {
        int place = order.indexOf(id);
        return place < 0 ? order.size() : place;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train() && !all.isEmpty()) {
            nursing = Optional.of(Thread.ofVirtual().name("providers").start(this::nurse));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.release();
        nursing.ifPresent(Thread::interrupt);
        client.shutdownNow();
        threads.shutdownNow();
        patience.close();
    }

    /** All that are configured, the preferred one first. */
    public List<Provider> all() {
        return all;
    }

    /** The provider of that id. */
    public Optional<Provider> named(String id) {
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    /** Called when a provider answers a probe after it was out, or ailing. */
    public void onWellAgain(Consumer<Provider> listener) {
        wellAgain.add(listener);
    }

    /** Somebody found that the provider fails: it is asked how it is until it answers. */
    public void ails(Provider provider) {
        ailing.add(provider.id());
    }

    private void nurse() {
        all.forEach(this::detect);
        long detected = System.nanoTime();
        while (!isStopped()) {
            if (System.nanoTime() - detected > routing.detectEvery().toNanos()) {
                all.forEach(this::detect);
                detected = System.nanoTime();
            }
            all.stream()
                    .filter(provider -> provider.isOut() || ailing.contains(provider.id()))
                    .forEach(this::probe);
        }
    }

    /** Waits until it is time for a probe. */
    private boolean isStopped() {
        try {
            return stopping.tryAcquire(routing.probeEvery().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void probe(Provider provider) {
        var answer = list(provider);
        if (answer.filter(got -> isWell(got.status())).isPresent()) {
            LOG.infof("there again providerId=%s", provider.id());
            ailing.remove(provider.id());
            provider.bringBack();
            wellAgain.forEach(listener -> listener.accept(provider));
        }
    }

    /** A server without a list of models is well, too: it knows the key, or wants none. */
    private static boolean isWell(int status) {
        return status / 100 == 2 || status == NOT_FOUND || status == NOT_ALLOWED;
    }

    private void detect(Provider provider) {
        list(provider).ifPresent(got -> provider.told(ModelList.parse(got.body())));
    }

    private Optional<ProviderHttp.Got> list(Provider provider) {
        var config = provider.config();
        return http.get(config.baseUrl() + "/models", Protocols.headers(config));
    }
}
