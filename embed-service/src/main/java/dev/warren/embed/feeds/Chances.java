package dev.warren.embed.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.ThreadLocalRandom;

/** Chance as it is outside of tests. */
@ApplicationScoped
class Chances {
    @Produces
    @ApplicationScoped
    Chance chance() {
        return () -> ThreadLocalRandom.current().nextDouble();
    }
}
