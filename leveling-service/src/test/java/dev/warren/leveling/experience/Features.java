package dev.warren.leveling.experience;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.Snowflake;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;

/** Messages as rules see them. */
final class Features {
    static final ChannelId CHANNEL = new ChannelId(500);

    private Features() {}

    /** A message like no other. */
    static Feature at(GuildId guild, UserId member, Instant at) {
        return of(guild, member, at, 40, at.getEpochSecond() * 0x9E3779B97F4A7C15L);
    }

    static Feature of(GuildId guild, UserId member, Instant at, int length, long sketch) {
        return new Feature(
                new MinuteAward.Key(guild, member, Minute.of(at)),
                new MessageId((at.toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS) << 22),
                true,
                at,
                length,
                length,
                5,
                sketch,
                List.of(),
                List.of(CHANNEL),
                false);
    }

    static Feature holding(Feature feature, RoleId... roles) {
        return new Feature(
                feature.key(),
                feature.message(),
                feature.live(),
                feature.createdAt(),
                feature.length(),
                feature.collapsed(),
                feature.words(),
                feature.sketch(),
                List.of(roles),
                feature.places(),
                feature.command());
    }

    static Feature command(Feature feature) {
        return new Feature(
                feature.key(),
                feature.message(),
                feature.live(),
                feature.createdAt(),
                feature.length(),
                feature.collapsed(),
                feature.words(),
                feature.sketch(),
                feature.roles(),
                feature.places(),
                true);
    }
}
