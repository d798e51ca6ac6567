package dev.warren.ai.offline;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.models.Candidate;
import dev.warren.ai.models.Capabilities;
import dev.warren.ai.models.LastResort;
import dev.warren.ai.models.ModelClass;
import dev.warren.ai.models.Price;
import dev.warren.ai.personas.Personas;
import dev.warren.runtime.settings.SettingsView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** The last candidate of all: it needs no key, no server and no budget. */
@ApplicationScoped
class OfflineDefault implements LastResort {
    private static final int CONTEXT = 32_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Router router;
    private final Embeddings embeddings;
    private final Personas personas;
    private final SettingsView settings;
    private final InstantSource clock;

    OfflineDefault(
            Router router, Embeddings embeddings, Personas personas, SettingsView settings, InstantSource clock) {
        this.router = router;
        this.embeddings = embeddings;
        this.personas = personas;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Candidate candidate() {
        return new Candidate(
                Candidate.OFFLINE,
                "all-minilm-l6-v2-q",
                ModelClass.QUICK,
                new Capabilities(true, false, CONTEXT),
                Price.FREE,
                this::speaking);
    }

    private StreamingChatModel speaking(Asker asker) {
        var persona = personas.of(asker.guild(), asker.user()).await().atMost(PATIENCE);
        return new OfflineModel(router, embeddings, persona, settings.at(asker.guild(), clock.instant()));
    }
}
