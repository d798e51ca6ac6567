package dev.warren.runtime.lifecycle;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Turns every channel off while the service trains its AOT cache, so that it connects to nothing. */
public final class TrainingChannels implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (name.startsWith("mp.messaging.") && name.endsWith(".enabled")) {
            var train = context.proceed("warren.train");
            if (train != null && "true".equals(train.getValue())) {
                return train.withName(name).withValue("false");
            }
        }
        return context.proceed(name);
    }
}
