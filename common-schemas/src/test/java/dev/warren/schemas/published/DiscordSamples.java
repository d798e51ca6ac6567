package dev.warren.schemas.published;

import static dev.warren.schemas.published.Sample.full;
import static dev.warren.schemas.published.Sample.minimal;

import dev.warren.schemas.discord.Attachment;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MemberEvent;
import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.discord.ReactionEvent;
import dev.warren.schemas.discord.VoiceEvent;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened at Discord, in a guild called Warren. */
final class DiscordSamples {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final GuildId GUILD = new GuildId(1_170_000_000_000_000_001L);
    static final ChannelId GENERAL = new ChannelId(1_170_000_000_000_000_002L);
    static final ChannelId LOBBY = new ChannelId(1_170_000_000_000_000_003L);
    static final RoleId MODERATORS = new RoleId(1_170_000_000_000_000_004L);
    static final UserId HAZEL = new UserId(1_170_000_000_000_000_010L);
    static final UserId FIVER = new UserId(1_170_000_000_000_000_011L);
    static final MessageId HELLO = new MessageId(1_170_000_000_000_000_100L);
    static final MessageId BEFORE = new MessageId(1_170_000_000_000_000_099L);

    static final Member MODERATOR = new Member(
            HAZEL,
            "hazel",
            "Hazel-rah",
            false,
            Optional.of("a_0123456789abcdef0123456789abcdef"),
            List.of(MODERATORS),
            Optional.of(Permissions.of(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.KICK_MEMBERS)));
    static final Member STRANGER =
            new Member(FIVER, "fiver", "fiver", false, Optional.empty(), List.of(), Optional.empty());

    private static final Attachment MAP = new Attachment(
            "1170000000000000200",
            "map.png",
            48_213,
            "https://cdn.discordapp.com/attachments/1/2/map.png",
            Optional.of("image/png"));
    private static final Attachment RAW = new Attachment(
            "1170000000000000201", "notes", 12, "https://cdn.discordapp.com/attachments/1/3/notes", Optional.empty());

    private DiscordSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new MessageEvent.MessageCreated(
                        HELLO,
                        Optional.of(GUILD),
                        GENERAL,
                        MODERATOR,
                        19,
                        false,
                        NOON,
                        "!rank, and look at the map",
                        Optional.of(BEFORE),
                        Optional.of(FIVER),
                        List.of(FIVER),
                        List.of(MODERATORS),
                        false,
                        true,
                        List.of(MAP, RAW),
                        Optional.of("rank"),
                        false)),
                minimal(new MessageEvent.MessageCreated(
                        HELLO,
                        Optional.empty(),
                        LOBBY,
                        STRANGER,
                        0,
                        false,
                        NOON,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        false,
                        false,
                        List.of(),
                        Optional.empty(),
                        true)),
                full(new MessageEvent.MessageEdited(
                        HELLO,
                        Optional.of(GUILD),
                        GENERAL,
                        Optional.of(HAZEL),
                        NOON.plusMillis(1_500),
                        "!rank, and look at this map",
                        List.of(MAP, RAW))),
                minimal(new MessageEvent.MessageEdited(
                        HELLO, Optional.empty(), LOBBY, Optional.empty(), NOON, "", List.of())),
                full(new MessageEvent.MessageDeleted(HELLO, Optional.of(GUILD), GENERAL, Optional.of(HAZEL))),
                minimal(new MessageEvent.MessageDeleted(HELLO, Optional.empty(), LOBBY, Optional.empty())),
                full(new MessageEvent.MessageUnfolded(
                        HELLO,
                        Optional.of(GUILD),
                        GENERAL,
                        Optional.of(HAZEL),
                        List.of("https://example.org/map", "https://www.youtube.com/watch?v=1"))),
                minimal(new MessageEvent.MessageUnfolded(HELLO, Optional.empty(), LOBBY, Optional.empty(), List.of())),
                full(new FactEvent.MessageFact(
                        HELLO,
                        Optional.of(GUILD),
                        GENERAL,
                        Optional.of(LOBBY),
                        HAZEL,
                        "hazel",
                        Optional.of("a_0123456789abcdef0123456789abcdef"),
                        List.of(MODERATORS),
                        false,
                        false,
                        19,
                        NOON,
                        120,
                        98,
                        21,
                        0x9E37_79B9_7F4A_7C15L,
                        2,
                        List.of("example.org"),
                        Optional.of("rank"),
                        true)),
                minimal(new FactEvent.MessageFact(
                        HELLO,
                        Optional.empty(),
                        LOBBY,
                        Optional.empty(),
                        FIVER,
                        "fiver",
                        Optional.empty(),
                        List.of(),
                        false,
                        false,
                        0,
                        NOON,
                        0,
                        0,
                        0,
                        0,
                        0,
                        List.of(),
                        Optional.empty(),
                        false)),
                full(new FactEvent.DeletionFact(HELLO, Optional.of(GUILD), GENERAL, Optional.of(HAZEL))),
                minimal(new FactEvent.DeletionFact(HELLO, Optional.empty(), LOBBY, Optional.empty())),
                full(new GuildEvent.GuildKnown(
                        GUILD,
                        "Warren",
                        HAZEL,
                        Optional.of("0123456789abcdef0123456789abcdef"),
                        Optional.of(GENERAL),
                        Optional.of(LOBBY),
                        Optional.of("en-GB"),
                        List.of(MODERATORS),
                        1_204)),
                minimal(new GuildEvent.GuildKnown(
                        GUILD,
                        "Warren",
                        HAZEL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        1)),
                full(new GuildEvent.GuildLeft(GUILD, NOON)),
                full(new GuildEvent.ChannelKnown(
                        GUILD,
                        GENERAL,
                        "general",
                        0,
                        Optional.of(LOBBY),
                        false,
                        List.of(new GuildEvent.Overwrite(
                                MODERATORS.toString(),
                                false,
                                Permissions.of(Permission.MANAGE_MESSAGES),
                                Permissions.NONE)))),
                minimal(new GuildEvent.ChannelKnown(GUILD, LOBBY, "lobby", 4, Optional.empty(), false, List.of())),
                full(new GuildEvent.ChannelRemoved(GUILD, GENERAL)),
                full(new GuildEvent.RoleKnown(
                        GUILD,
                        MODERATORS,
                        "Moderators",
                        3,
                        0x2ECC71,
                        Permissions.of(Permission.KICK_MEMBERS, Permission.MODERATE_MEMBERS),
                        false,
                        true)),
                full(new GuildEvent.RoleRemoved(GUILD, MODERATORS)),
                full(new MemberEvent.MemberJoined(GUILD, MODERATOR, Optional.of(NOON))),
                minimal(new MemberEvent.MemberJoined(GUILD, STRANGER, Optional.empty())),
                full(new MemberEvent.MemberLeft(GUILD, FIVER, "fiver")),
                full(new MemberEvent.MemberUpdated(GUILD, MODERATOR, Optional.of(NOON.plusSeconds(600)), false)),
                minimal(new MemberEvent.MemberUpdated(GUILD, STRANGER, Optional.empty(), true)),
                full(new ReactionEvent.ReactionAdded(
                        Optional.of(GUILD), GENERAL, HELLO, FIVER, Optional.of(HAZEL), "⭐")),
                minimal(new ReactionEvent.ReactionAdded(
                        Optional.empty(), LOBBY, HELLO, FIVER, Optional.empty(), "carrot:1170000000000000300")),
                full(new ReactionEvent.ReactionRemoved(Optional.of(GUILD), GENERAL, HELLO, FIVER, "⭐")),
                minimal(new ReactionEvent.ReactionRemoved(Optional.empty(), LOBBY, HELLO, FIVER, "⭐")),
                full(new ReactionEvent.ReactionsCleared(Optional.of(GUILD), GENERAL, HELLO, Optional.of("⭐"))),
                minimal(new ReactionEvent.ReactionsCleared(Optional.empty(), LOBBY, HELLO, Optional.empty())),
                full(new VoiceEvent.VoiceStateChanged(
                        GUILD, HAZEL, false, Optional.of(LOBBY), false, false, true, false, false, NOON)),
                minimal(new VoiceEvent.VoiceStateChanged(
                        GUILD, HAZEL, false, Optional.empty(), false, false, false, false, false, NOON)));
    }
}
