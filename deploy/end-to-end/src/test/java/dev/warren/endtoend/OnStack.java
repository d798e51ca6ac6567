package dev.warren.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one stack, and holds after each that the bot sent Discord nothing invalid. */
final class OnStack implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(OnStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().equals(Stack.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return stack(test);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var discord = stack(test).discord();
        assertThat(discord.violations()).isEmpty();
        long validated = discord.stats().getLong("requestsValidated");
        if (validated == 0 && System.getenv("CI") == null) {
            System.out.println("NOT RUN: the bot's requests were not held against Discord's OpenAPI document;"
                    + " put it to ../shared/discord/openapi.json, or name it in WARREN_DISCORD_OPENAPI");
        } else {
            assertThat(validated)
                    .as("requests held against Discord's OpenAPI document")
                    .isPositive();
        }
    }

    private static Stack stack(ExtensionContext test) {
        return requireNonNull(
                test.getRoot().getStore(HERE).getOrComputeIfAbsent(Stack.class, key -> new Stack(), Stack.class));
    }
}
