package dev.warren.leveling.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.RoleId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rules as they stand in the settings of a guild: one setting for each part, so that two changes at once do not undo each other. */
public final class SchemeJson {
    public static final String GROWTHS = "leveling.growth";
    public static final String MULTIPLIERS = "leveling.multipliers";
    public static final String EXCLUSIONS = "leveling.exclusions";
    public static final String FARMING = "leveling.farming";
    public static final String CURVE = "leveling.curve";

    private static final ObjectMapper MAPPER = WireJson.mapper();

    private SchemeJson() {}

    /** The rules that a version of settings makes. A part that cannot be read, which only other hands can have written, holds nothing. */
    public static Scheme read(Map<String, String> settings) {
        return new Scheme(
                part(settings, GROWTHS, SchemeJson::growths, Growths.NONE),
                part(settings, MULTIPLIERS, SchemeJson::multipliers, Multipliers.NONE),
                part(settings, EXCLUSIONS, SchemeJson::exclusions, Exclusions.NONE),
                part(settings, FARMING, SchemeJson::farming, Farming.OFF));
    }

    /** The curve of a version of settings; MEE6's unless another was chosen. */
    public static Curve curve(Map<String, String> settings) {
        return part(
                settings,
                CURVE,
                json -> new Curve(
                        json.path("square").asLong(),
                        json.path("linear").asLong(),
                        json.path("constant").asLong()),
                Curve.MEE6);
    }

    private static <T> T part(Map<String, String> settings, String key, Function<JsonNode, T> read, T fallback) {
        var text = settings.getOrDefault(key, "");
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            return read.apply(MAPPER.readTree(text));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return fallback;
        }
    }

    private static Growths growths(JsonNode json) {
        return new Growths(growth(json, "length"), growth(json, "pause"), growth(json, "level"));
    }

    private static Optional<Growth> growth(JsonNode json, String what) {
        return json.has(what)
                ? Optional.of(new Growth(
                        json.path(what).path("reach").asLong(),
                        Ratio.of(json.path(what).path("most").asText())))
                : Optional.empty();
    }

    private static Multipliers multipliers(JsonNode json) {
        return new Multipliers(
                Ratio.of(json.path("guild").asText("1")),
                factors(json.path("roles"), RoleId::of),
                factors(json.path("channels"), ChannelId::of));
    }

    private static <K> Map<K, Ratio> factors(JsonNode json, Function<String, K> key) {
        var factors = new HashMap<K, Ratio>();
        json.properties()
                .forEach(entry -> factors.put(
                        key.apply(entry.getKey()), Ratio.of(entry.getValue().asText())));
        return factors;
    }

    private static Exclusions exclusions(JsonNode json) {
        return new Exclusions(ids(json.path("roles"), RoleId::of), ids(json.path("channels"), ChannelId::of));
    }

    private static <K> Set<K> ids(JsonNode json, Function<String, K> id) {
        var ids = new HashSet<K>();
        json.forEach(one -> ids.add(id.apply(one.asText())));
        return ids;
    }

    private static Farming farming(JsonNode json) {
        return new Farming(
                json.path("minimumLength").asInt(),
                json.path("similarTo").asInt(),
                json.path("charactersPerSecond").asInt());
    }

    /** As a value of the setting; none where nothing is left of it. */
    public static Optional<String> write(Growths growths) {
        var json = MAPPER.createObjectNode();
        write(json, "length", growths.length());
        write(json, "pause", growths.pause());
        write(json, "level", growths.level());
        return written(json);
    }

    private static void write(ObjectNode json, String what, Optional<Growth> growth) {
        growth.ifPresent(some -> json.putObject(what)
                .put("reach", some.reach())
                .put("most", some.most().toString()));
    }

    public static Optional<String> write(Multipliers multipliers) {
        if (multipliers.equals(Multipliers.NONE)) {
            return Optional.empty();
        }
        var json = MAPPER.createObjectNode().put("guild", multipliers.guild().toString());
        write(json.putObject("roles"), multipliers.roles());
        write(json.putObject("channels"), multipliers.channels());
        return written(json);
    }

    private static void write(ObjectNode json, Map<?, Ratio> factors) {
        factors.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry ->
                        json.put(entry.getKey().toString(), entry.getValue().toString()));
    }

    public static Optional<String> write(Exclusions exclusions) {
        if (exclusions.equals(Exclusions.NONE)) {
            return Optional.empty();
        }
        var json = MAPPER.createObjectNode();
        var roles = json.putArray("roles");
        exclusions.roles().stream().map(RoleId::toString).sorted().forEach(roles::add);
        var channels = json.putArray("channels");
        exclusions.channels().stream().map(ChannelId::toString).sorted().forEach(channels::add);
        return written(json);
    }

    public static Optional<String> write(Farming farming) {
        return farming.equals(Farming.OFF)
                ? Optional.empty()
                : written(MAPPER.createObjectNode()
                        .put("minimumLength", farming.minimumLength())
                        .put("similarTo", farming.similarTo())
                        .put("charactersPerSecond", farming.charactersPerSecond()));
    }

    public static Optional<String> write(Curve curve) {
        return curve.equals(Curve.MEE6)
                ? Optional.empty()
                : written(MAPPER.createObjectNode()
                        .put("square", curve.square())
                        .put("linear", curve.linear())
                        .put("constant", curve.constant()));
    }

    private static Optional<String> written(ObjectNode json) {
        return json.isEmpty() ? Optional.empty() : Optional.of(json.toString());
    }
}
