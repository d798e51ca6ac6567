package dev.warren.gateway.commands;

import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.guilds.LatelySeen;
import dev.warren.runtime.texts.Durations;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.ids.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one argument by its announcement: the same for what slash sends and for what somebody wrote. */
@ApplicationScoped
class OptionReader {
    private static final Pattern USER = Pattern.compile("<@!?([1-9]\\d{0,18})>");
    private static final Pattern ROLE = Pattern.compile("<@&([1-9]\\d{0,18})>");
    private static final Pattern CHANNEL = Pattern.compile("<#([1-9]\\d{0,18})>");
    private static final Pattern ID = Pattern.compile("[1-9]\\d{14,18}");
    /** Characters of what was typed, in an answer. */
    private static final int LONGEST_SHOWN = 40;

    private static final Set<String> YES = Set.of("true", "yes", "y", "on", "1", "ja", "sí", "si", "oui");
    private static final Set<String> NO = Set.of("false", "no", "n", "off", "0", "nein", "non");

    private final GuildDirectory guilds;
    private final LatelySeen seen;

    OptionReader(GuildDirectory guilds, LatelySeen seen) {
        this.guilds = guilds;
        this.seen = seen;
    }

    Read read(OptionDescription option, String raw, Surroundings around) {
        return switch (convert(option, raw, around)) {
            case Read.Wrong(var why, var ofItsKind) -> new Read.Wrong(why + not(raw), ofItsKind);
            case Read.Value value -> value;
            case Read.LookUp lookUp -> lookUp;
        };
    }

    /** The value that does not fit, shortened, and unable to break out of its code. */
    static String not(String raw) {
        var shown = raw.length() <= LONGEST_SHOWN ? raw : raw.substring(0, LONGEST_SHOWN) + "…";
        return raw.isBlank() ? "" : ", not `" + shown.replace('`', '\'') + "`";
    }

    private Read convert(OptionDescription option, String raw, Surroundings around) {
        return switch (option.type()) {
            case STRING -> text(option, raw);
            case INTEGER -> whole(option, raw);
            case NUMBER -> number(option, raw);
            case BOOLEAN -> flag(raw);
            case USER -> user(OptionType.USER, raw, around);
            case CHANNEL -> channel(raw, around);
            case ROLE -> role(OptionType.ROLE, raw, around);
            case MENTIONABLE -> mentionable(raw, around);
            case ATTACHMENT -> attachment(raw, around);
            case DURATION -> duration(raw);
            case AMOUNT -> amount(option, raw);
        };
    }

    private static Read text(OptionDescription option, String raw) {
        if (!option.choices().isEmpty()) {
            return choice(option, OptionType.STRING, raw);
        }
        if (option.minimum().filter(least -> raw.length() < least).isPresent()) {
            return new Read.Wrong("must have at least " + option.minimum().get() + " characters", true);
        }
        if (option.maximum().filter(most -> raw.length() > most).isPresent()) {
            return new Read.Wrong("must have at most " + option.maximum().get() + " characters", true);
        }
        return value(OptionType.STRING, raw);
    }

    private static Read choice(OptionDescription option, OptionType type, String raw) {
        return option.choices().stream()
                .filter(choice ->
                        choice.value().equalsIgnoreCase(raw) || choice.name().equalsIgnoreCase(raw))
                .findFirst()
                .map(choice -> value(type, choice.value()))
                .orElseGet(() -> new Read.Wrong("must be one of "
                        + option.choices().stream().map(Choice::name).collect(Collectors.joining(", "))));
    }

    private static Read whole(OptionDescription option, String raw) {
        if (!option.choices().isEmpty()) {
            return choice(option, OptionType.INTEGER, raw);
        }
        var found = Numbers.whole(raw);
        return found.isEmpty()
                ? new Read.Wrong("must be a whole number")
                : bounded(option, OptionType.INTEGER, BigDecimal.valueOf(found.getAsLong()));
    }

    private static Read number(OptionDescription option, String raw) {
        if (!option.choices().isEmpty()) {
            return choice(option, OptionType.NUMBER, raw);
        }
        return Numbers.decimal(raw)
                .map(found -> bounded(option, OptionType.NUMBER, found))
                .orElseGet(() -> new Read.Wrong("must be a number"));
    }

    private static Read amount(OptionDescription option, String raw) {
        var found = Numbers.amount(raw);
        if (found.isEmpty()) {
            return new Read.Wrong("must be a number of coins such as 250 or 1k, or all, or half");
        }
        return found.get().equals("all") || found.get().equals("half")
                ? value(OptionType.AMOUNT, found.get())
                : bounded(option, OptionType.AMOUNT, new BigDecimal(found.get()));
    }

    private static Read bounded(OptionDescription option, OptionType type, BigDecimal found) {
        if (option.minimum()
                .filter(least -> found.compareTo(BigDecimal.valueOf(least)) < 0)
                .isPresent()) {
            return new Read.Wrong("must be at least " + option.minimum().get(), true);
        }
        if (option.maximum()
                .filter(most -> found.compareTo(BigDecimal.valueOf(most)) > 0)
                .isPresent()) {
            return new Read.Wrong("must be at most " + option.maximum().get(), true);
        }
        return value(type, found.toPlainString());
    }

    private static Read flag(String raw) {
        var lower = raw.toLowerCase(Locale.ROOT);
        if (YES.contains(lower)) {
            return value(OptionType.BOOLEAN, "true");
        }
        return NO.contains(lower) ? value(OptionType.BOOLEAN, "false") : new Read.Wrong("must be yes or no");
    }

    private static Read duration(String raw) {
        return Durations.parse(Numbers.plain(raw))
                .map(found -> value(OptionType.DURATION, found.toString()))
                .orElseGet(() -> new Read.Wrong("must be a time span such as 10m, 1h30m or 2 days"));
    }

    private Read user(OptionType type, String raw, Surroundings around) {
        var id = idIn(USER, raw).or(() -> around.isMember(raw) ? Optional.of(raw) : Optional.empty());
        if (id.isPresent()) {
            var user = UserId.of(id.get());
            var known = around.member(user).or(() -> around.guild().flatMap(guild -> seen.find(guild, user)));
            return known.map(member -> member(type, member)).orElseGet(() -> new Read.LookUp(id.get()));
        }
        var name = raw.startsWith("@") ? raw.substring(1) : raw;
        if (name.isBlank() || name.length() > 100 || around.guild().isEmpty()) {
            return new Read.Wrong("must be a member: a mention, an id or a name");
        }
        return seen.find(around.guild().get(), plainName(name))
                .map(member -> member(type, member))
                .orElseGet(() -> new Read.LookUp(plainName(name)));
    }

    /** Names of old had a number: {@code ada#0001}. */
    private static String plainName(String name) {
        return name.replaceFirst("#\\d{4}$|#0$", "");
    }

    /** The value for a member. */
    static Read member(OptionType type, Member member) {
        return new Read.Value(new OptionValue(type, member.id().toString(), Optional.of(member)));
    }

    private Read channel(String raw, Surroundings around) {
        var name = raw.startsWith("#") ? raw.substring(1) : raw;
        var known = around.guild().map(guilds::channels).orElse(List.of());
        return idIn(CHANNEL, raw)
                .filter(id -> known.isEmpty()
                        || known.stream()
                                .anyMatch(
                                        channel -> channel.channel().toString().equals(id)))
                .or(() -> known.stream()
                        .filter(channel -> channel.name().equalsIgnoreCase(name))
                        .findFirst()
                        .map(ChannelKnown::channel)
                        .map(Object::toString))
                .map(id -> value(OptionType.CHANNEL, id))
                .orElseGet(() -> new Read.Wrong("must be a channel of this server"));
    }

    private Read role(OptionType type, String raw, Surroundings around) {
        var name = raw.startsWith("@") ? raw.substring(1) : raw;
        var known = around.guild().map(guilds::roles).orElse(List.of());
        return idIn(ROLE, raw)
                .filter(id -> known.isEmpty()
                        || known.stream()
                                .anyMatch(role -> role.role().toString().equals(id)))
                .or(() -> known.stream()
                        .filter(role -> role.name().equalsIgnoreCase(name))
                        .findFirst()
                        .map(RoleKnown::role)
                        .map(Object::toString))
                .map(id -> value(type, id))
                .orElseGet(() -> new Read.Wrong("must be a role of this server"));
    }

    private Read mentionable(String raw, Surroundings around) {
        if (USER.matcher(raw).matches()) {
            return user(OptionType.MENTIONABLE, raw, around);
        }
        return role(OptionType.MENTIONABLE, raw, around) instanceof Read.Value role
                ? role
                : user(OptionType.MENTIONABLE, raw, around);
    }

    private static Read attachment(String raw, Surroundings around) {
        return Optional.ofNullable(around.attachments().get(raw))
                .map(address -> value(OptionType.ATTACHMENT, address))
                .orElseGet(() -> new Read.Wrong("must be a file"));
    }

    private static Optional<String> idIn(Pattern mention, String raw) {
        var matcher = mention.matcher(raw);
        if (matcher.matches()) {
            return Optional.of(matcher.group(1));
        }
        return ID.matcher(raw).matches() ? Optional.of(raw) : Optional.empty();
    }

    private static Read value(OptionType type, String value) {
        return new Read.Value(new OptionValue(type, value, Optional.empty()));
    }
}
