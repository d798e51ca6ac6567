package dev.warren.runtime.lifecycle;

import dev.warren.runtime.config.RuntimeConfig;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Ends a start that only trains the AOT cache. */
@ApplicationScoped
class Training {
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event, RuntimeConfig config) {
        if (config.train()) {
            Quarkus.asyncExit(0);
        }
    }
}
