package dev.warren.leveling.ruling;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.rules.Curve;
import dev.warren.leveling.rules.Exclusions;
import dev.warren.leveling.rules.Farming;
import dev.warren.leveling.rules.Growth;
import dev.warren.leveling.rules.Growths;
import dev.warren.leveling.rules.Multipliers;
import dev.warren.leveling.rules.Ratio;
import dev.warren.leveling.rules.Scheme;
import dev.warren.leveling.rules.SchemeJson;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A change of settings that a command asks for.
 *
 * @param changes new values by key; none where the default holds again
 * @param said when it is done
 */
record RulesChange(Map<String, Optional<String>> changes, String said) {
    RulesChange {
        changes = Map.copyOf(changes);
    }

    /** @throws IllegalArgumentException for what no rules can be; its message names field, rule and value */
    static RulesChange of(String asked, Call<CommandInvoked> call, GuildSettings held) {
        var scheme = SchemeJson.read(held.values());
        return switch (asked) {
            case "amount" -> amount(call);
            case "growth" -> growth(call, scheme);
            case "curve" -> curve(call);
            case "multiplier" -> multiplier(call, scheme);
            case "exclude" -> exclude(call, scheme, true);
            case "include" -> exclude(call, scheme, false);
            case "farming" -> farming(call, scheme);
            case "voice" ->
                one(
                        LevelingSettings.VOICE,
                        call.required("xp").value(),
                        "A full minute in a voice channel earns **%s XP**.");
            case "coins" ->
                one(
                        LevelingSettings.COINS,
                        call.required("per-xp").value(),
                        "So many earned coins make one XP: **%s** (0 for none).");
            default -> throw new IllegalStateException("no such subcommand: " + asked);
        };
    }

    private static RulesChange one(String key, String value, String said) {
        return new RulesChange(Map.of(key, Optional.of(value)), said.formatted(value));
    }

    private static RulesChange amount(Call<CommandInvoked> call) {
        long minimum = call.required("minimum").asLong();
        long maximum = call.required("maximum").asLong();
        if (maximum < minimum) {
            throw new IllegalArgumentException("maximum must be at least the minimum, " + minimum + ": " + maximum);
        }
        return new RulesChange(
                Map.of(
                        LevelingSettings.MINIMUM,
                        Optional.of(String.valueOf(minimum)),
                        LevelingSettings.MAXIMUM,
                        Optional.of(String.valueOf(maximum))),
                "A minute of writing earns **%d to %d XP**.".formatted(minimum, maximum));
    }

    private static RulesChange growth(Call<CommandInvoked> call, Scheme scheme) {
        var with = call.required("with").value();
        var most = ratio("most", call.required("most"));
        var growth = most.equals(Ratio.ONE)
                ? Optional.<Growth>empty()
                : Optional.of(new Growth(
                        call.option("reach")
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "reach must be given with a factor other than 1: none"))
                                .asLong(),
                        most));
        var growths = scheme.growths();
        var changed = switch (with) {
            case "length" -> new Growths(growth, growths.pause(), growths.level());
            case "pause" -> new Growths(growths.length(), growth, growths.level());
            case "level" -> new Growths(growths.length(), growths.pause(), growth);
            default -> throw new IllegalArgumentException("with must be length, pause or level: " + with);
        };
        return new RulesChange(
                Map.of(SchemeJson.GROWTHS, SchemeJson.write(changed)),
                growth.map(some ->
                                "XP grow with the %s, up to **×%s** at %d.".formatted(with, some.most(), some.reach()))
                        .orElse("XP no longer grow with the %s.".formatted(with)));
    }

    private static RulesChange curve(Call<CommandInvoked> call) {
        var kind = call.required("kind").value();
        var curve = switch (kind) {
            case "mee6" -> Curve.MEE6;
            case "flat" -> Curve.flat(number(call, "constant", kind));
            case "polynomial" ->
                new Curve(number(call, "square", kind), number(call, "linear", kind), number(call, "constant", kind));
            default -> throw new IllegalArgumentException("kind must be mee6, flat or polynomial: " + kind);
        };
        return new RulesChange(
                Map.of(SchemeJson.CURVE, SchemeJson.write(curve)),
                "From level L to the next it takes **%s XP**: %s to level 1, %s to level 10 in all."
                        .formatted(RulesTexts.of(curve), curve.total(1), curve.total(10)));
    }

    private static long number(Call<CommandInvoked> call, String name, String kind) {
        return call.option(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " must be given for a " + kind + " curve: none"))
                .asLong();
    }

    private static RulesChange multiplier(Call<CommandInvoked> call, Scheme scheme) {
        var factor = ratio("factor", call.required("factor"));
        var multipliers = scheme.multipliers();
        var roles = new HashMap<>(multipliers.roles());
        var channels = new HashMap<>(multipliers.channels());
        role(call).ifPresent(role -> put(roles, role, factor));
        channel(call).ifPresent(channel -> put(channels, channel, factor));
        boolean all = role(call).isEmpty() && channel(call).isEmpty();
        var changed = new Multipliers(all ? factor : multipliers.guild(), roles, channels);
        return new RulesChange(
                Map.of(SchemeJson.MULTIPLIERS, SchemeJson.write(changed)),
                "XP %s count **×%s**.".formatted(all ? "here" : "of " + targets(call), factor));
    }

    private static <K> void put(Map<K, Ratio> factors, K of, Ratio factor) {
        if (factor.equals(Ratio.ONE)) {
            factors.remove(of);
        } else {
            factors.put(of, factor);
        }
    }

    private static RulesChange exclude(Call<CommandInvoked> call, Scheme scheme, boolean excluded) {
        if (role(call).isEmpty() && channel(call).isEmpty()) {
            throw new IllegalArgumentException("role or channel must be given: none");
        }
        var roles = new HashSet<>(scheme.exclusions().roles());
        var channels = new HashSet<>(scheme.exclusions().channels());
        role(call).ifPresent(role -> put(roles, role, excluded));
        channel(call).ifPresent(channel -> put(channels, channel, excluded));
        return new RulesChange(
                Map.of(SchemeJson.EXCLUSIONS, SchemeJson.write(new Exclusions(roles, channels))),
                excluded ? "%s earn no XP.".formatted(targets(call)) : "%s earn XP again.".formatted(targets(call)));
    }

    private static <K> void put(Set<K> excluded, K one, boolean add) {
        if (add) {
            excluded.add(one);
        } else {
            excluded.remove(one);
        }
    }

    private static RulesChange farming(Call<CommandInvoked> call, Scheme scheme) {
        var level = call.required("level").value();
        var held = scheme.farming();
        var farming = switch (level) {
            case "off" -> Farming.OFF;
            case "strict" -> Farming.STRICT;
            default ->
                new Farming(
                        number(call, "minimum-length", held.minimumLength()),
                        number(call, "similar-to", held.similarTo()),
                        number(call, "characters-per-second", held.charactersPerSecond()));
        };
        return new RulesChange(
                Map.of(SchemeJson.FARMING, SchemeJson.write(farming)),
                "Against farming: %s.".formatted(RulesTexts.of(farming)));
    }

    private static int number(Call<CommandInvoked> call, String name, int held) {
        return call.option(name).map(value -> Math.toIntExact(value.asLong())).orElse(held);
    }

    private static Ratio ratio(String name, OptionValue value) {
        var decimal = new BigDecimal(value.value()).stripTrailingZeros();
        if (decimal.signum() < 0 || decimal.compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException(name + " must be 0 to 10: " + decimal.toPlainString());
        }
        if (decimal.scale() > 2) {
            throw new IllegalArgumentException(name + " must have at most 2 decimals: " + decimal.toPlainString());
        }
        return Ratio.of(decimal.toPlainString());
    }

    private static Optional<RoleId> role(Call<CommandInvoked> call) {
        return call.option("role").map(OptionValue::asRole);
    }

    private static Optional<ChannelId> channel(Call<CommandInvoked> call) {
        return call.option("channel").map(OptionValue::asChannel);
    }

    private static String targets(Call<CommandInvoked> call) {
        var role = role(call).map(one -> "<@&" + one + ">");
        var channel = channel(call).map(one -> "<#" + one + ">");
        return role.isPresent() && channel.isPresent()
                ? role.get() + " and " + channel.get()
                : role.or(() -> channel).orElse("");
    }

    /** The memory service makes the change, and answers. */
    Outcome outcome(Call<CommandInvoked> call) {
        var guild = call.guild().orElseThrow(() -> new IllegalStateException("rules were asked for outside a guild"));
        var change = new ChangeSettings(
                guild, changes, call.origin(), Optional.of(said + " That holds for messages from now on."));
        var audited = new Audited(
                guild,
                Service.LEVELING.id(),
                call.member().id(),
                "xp-rules-changed",
                Optional.of(String.join(", ", changes.keySet())),
                Optional.empty(),
                Map.of(),
                call.time());
        return Outcome.silent()
                .emitting(
                        call.causes(Topics.SETTINGS_REQUESTS, "settings", Keys.guild(guild), change),
                        call.causes(Topics.AUDIT, "audited", Keys.guild(guild), audited));
    }
}
