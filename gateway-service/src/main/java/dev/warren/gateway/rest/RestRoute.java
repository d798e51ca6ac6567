package dev.warren.gateway.rest;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of Discord's routes: what rate limits are kept for.
 *
 * <p>Discord counts apart for each value of a route's major parameters: {@code channel_id}, {@code guild_id}, and {@code webhook_id} with
 * {@code webhook_token} (or {@code interaction_token}). They are found by their names in the template.
 *
 * @param method the HTTP method
 * @param template the path under the base address, with parameters in braces, as in {@code /channels/{channel_id}/messages}
 */
public record RestRoute(RestMethod method, String template) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");
    private static final Set<String> MAJOR =
            Set.of("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_id", "interaction_token");

    public RestRoute {
        requireNonNull(method, "method");
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("template must begin with a slash: " + template);
        }
    }

    public static RestRoute get(String template) {
        return new RestRoute(RestMethod.GET, template);
    }

    public static RestRoute post(String template) {
        return new RestRoute(RestMethod.POST, template);
    }

    public static RestRoute put(String template) {
        return new RestRoute(RestMethod.PUT, template);
    }

    public static RestRoute patch(String template) {
        return new RestRoute(RestMethod.PATCH, template);
    }

    public static RestRoute delete(String template) {
        return new RestRoute(RestMethod.DELETE, template);
    }

    /**
     * The route with its parameters.
     *
     * @param parameters one for each pair of braces, in order; encoded here
     * @throws IllegalArgumentException when there are too few or too many, or one is empty
     */
    public RestTarget at(String... parameters) {
        List<String> major = new ArrayList<>(2);
        StringBuilder path = new StringBuilder(template.length() + 40);
        Matcher matcher = PARAMETER.matcher(template);
        int index = 0;
        while (matcher.find()) {
            if (index == parameters.length) {
                throw new IllegalArgumentException("parameters must be more than " + index + " for " + template);
            }
            String value = parameters[index++];
            if (value.isEmpty()) {
                throw new IllegalArgumentException(matcher.group(1) + " must not be empty in " + template);
            }
            if (MAJOR.contains(matcher.group(1))) {
                major.add(value);
            }
            matcher.appendReplacement(path, Matcher.quoteReplacement(encode(value)));
        }
        matcher.appendTail(path);
        if (index != parameters.length) {
            throw new IllegalArgumentException(
                    "parameters must be " + index + " for " + template + ": " + parameters.length);
        }
        return new RestTarget(this, path.toString(), String.join("/", major));
    }

    /** Whether Discord leaves this route out of the limit of 50 requests a second: answers to interactions. */
    boolean exemptFromGlobalLimit() {
        return template.startsWith("/interactions/") || template.contains("{interaction_token}");
    }

    /** Whether the path itself carries the right to call it, so that the bot's token is not sent. */
    boolean carriesToken() {
        return template.contains("{interaction_token}") || template.contains("{webhook_token}");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The route's method and template; it never holds a parameter, so it may be logged. */
    @Override
    public String toString() {
        return method + " " + template;
    }
}
