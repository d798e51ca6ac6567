package dev.warren.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.gateway.commands.CommandOverrides.Access;
import dev.warren.gateway.limits.Limit;
import dev.warren.gateway.limits.LimitVerdict.Beyond;
import dev.warren.gateway.operations.Operating;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.settings.GeneralSettings;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.OperationEvent.PostingPaused;
import dev.warren.schemas.bot.OperationEvent.PostingResumed;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandGateTest {
    private static final GuildId GUILD = new GuildId(900);
    private static final RoleId HELPER = new RoleId(4);
    private static final ChannelId GENERAL = new ChannelId(77);
    private static final ChannelId BOTS = new ChannelId(78);
    private static final ChannelId THREAD = new ChannelId(79);
    private static final CommandDescription CARD = Describe.command("card", "Draws a card")
            .botNeeds(Permission.SEND_MESSAGES, Permission.ATTACH_FILES)
            .build();

    private final Catalogues known =
            new Catalogues().announce("samples", 1, Samples.RANK, Samples.MUTE, Samples.SETTINGS, CARD);

    @BeforeEach
    void guild() throws JsonProcessingException {
        known.guilds.created(new ObjectMapper().readTree("""
                {"id": "900", "owner_id": "9", "roles": [], "channels": [{"id": "77", "type": 0}, {"id": "78", "type": 0}],
                 "threads": [{"id": "79", "type": 11, "parent_id": "78"}]}"""), Optional.empty());
    }

    private Optional<String> refused(
            String command, Optional<String> subcommand, ChannelId channel, Permissions has, CommandOverrides changed) {
        var found = known.catalogue.index().command(command).orElseThrow();
        var member =
                new Member(new UserId(5), "linus", "Linus", false, Optional.empty(), List.of(HELPER), Optional.of(has));
        var values =
                changed.rules().isEmpty() ? Map.<String, String>of() : Map.of(CommandOverrides.KEY, changed.toJson());
        return known.gate
                .refuse(
                        new CommandGate.Caller(
                                found,
                                subcommand.flatMap(found::subcommand),
                                "!" + command,
                                Optional.of(GUILD),
                                channel,
                                member,
                                Optional.of(
                                        Permissions.of(Permission.SEND_MESSAGES_IN_THREADS, Permission.ATTACH_FILES))),
                        new GuildSettings(1, values, GeneralSettings.FALLBACKS))
                .map(Verdict.Refuse::text);
    }

    private Optional<String> refused(String command, ChannelId channel, CommandOverrides changed) {
        return refused(command, Optional.empty(), channel, Permissions.NONE, changed);
    }

    @Test
    void channel_thatIsDenied_isToldWithWhereItWorks_andItsThreadsFollow() {
        var only = CommandOverrides.NONE.with("rank", BOTS, Access.ALLOW);

        assertThat(refused("rank", GENERAL, only))
                .contains("`!rank` does not work in this channel. It works in <#78>.");
        assertThat(refused("rank", BOTS, only)).isEmpty();
        assertThat(refused("rank", THREAD, only)).isEmpty();
        assertThat(refused("rank", THREAD, CommandOverrides.NONE.with("rank", BOTS, Access.DENY)))
                .contains("`!rank` does not work in this channel.");
    }

    @Test
    void role_thatIsDenied_isRefused_butAdministratorsNever() {
        var denied = CommandOverrides.NONE.with("rank", HELPER, Access.DENY).with("rank", GENERAL, Access.DENY);

        assertThat(refused("rank", BOTS, denied)).get().asString().startsWith("Your roles may not use `!rank`");
        assertThat(refused("rank", Optional.empty(), GENERAL, Permissions.of(Permission.ADMINISTRATOR), denied))
                .isEmpty();
    }

    @Test
    void role_thatIsAllowed_needsTheAnnouncedPermissionNoMore_butASubcommandsOwnStill() {
        assertThat(refused("mute", GENERAL, CommandOverrides.NONE))
                .contains("You need **Timeout Members** for `!mute`.");
        assertThat(refused("mute", GENERAL, CommandOverrides.NONE.with("mute", HELPER, Access.ALLOW)))
                .isEmpty();
        assertThat(refused(
                        "settings",
                        Optional.of("module off"),
                        GENERAL,
                        Permissions.NONE,
                        CommandOverrides.NONE.with("settings", HELPER, Access.ALLOW)))
                .contains("You need **Manage Server** for `!settings`.");
        assertThat(refused(
                        "settings",
                        Optional.of("module off"),
                        GENERAL,
                        Permissions.NONE,
                        CommandOverrides.NONE.with("settings module off", HELPER, Access.ALLOW)))
                .isEmpty();
    }

    @Test
    void bot_inAThread_needsThePermissionForThreads() {
        assertThat(refused("card", THREAD, CommandOverrides.NONE)).isEmpty();
        assertThat(refused("card", BOTS, CommandOverrides.NONE))
                .contains("For `!card` I need **Send Messages** in this channel, and do not have it.");
    }

    @Test
    void pause_ofAGuildOrOfAll_closesEverything_butTheOwnersCommand() {
        var rank = known.catalogue.index().command("rank").orElseThrow();
        var elsewhere = Optional.of(new GuildId(901));
        Operating.tell(
                known.operations, new PostingPaused(Optional.of(GUILD), "cli:ada", Optional.empty(), Catalogues.NOON));
        assertThat(known.gate.closed(rank, Optional.of(GUILD)))
                .get()
                .isEqualTo(new Verdict.Refuse(
                        "posting-paused",
                        "I am paused in this server at the moment. Please try again later.",
                        Map.of("command", "rank")));
        assertThat(known.gate.closed(rank, elsewhere)).isEmpty();
        // When
        Operating.tell(
                known.operations, new PostingPaused(Optional.empty(), "cli:ada", Optional.empty(), Catalogues.NOON));
        Operating.tell(known.operations, new PostingResumed(Optional.of(GUILD), "cli:ada", Catalogues.NOON));
        // Then
        assertThat(known.gate.closed(rank, elsewhere)).isPresent();
        assertThat(known.gate.closed(rank, Optional.of(GUILD))).isPresent();
        assertThat(known.gate.closed(
                        new KnownCommand(
                                "gateway", Describe.command("owner", "Owns").build()),
                        elsewhere))
                .isEmpty();
    }

    @Test
    void stagingBot_servesTheNamedGuildsAndDirectMessagesAlone() {
        var served = Operating.serving(Optional.of(GUILD));
        var gate = new CommandGate(new GuildOverrides(), known.guilds, known.operations, served);
        var rank = known.catalogue.index().command("rank").orElseThrow();

        assertThat(gate.closed(rank, Optional.of(GUILD))).isEmpty();
        assertThat(gate.closed(rank, Optional.empty())).isEmpty();
        assertThat(gate.closed(rank, Optional.of(new GuildId(901))).map(Verdict.Refuse::reason))
                .contains("guild-not-served");
    }

    @Test
    void limit_thatIsReached_tellsHowLongToWait_andIsAskedForTheMessagesOwnEvent() {
        var cooled = new Catalogues().announce("samples", 1, Samples.RANK);
        cooled.within = use -> CompletableFuture.completedFuture(
                use.event().value().equals("command:1099511627776")
                        ? new Beyond(Limit.COOLDOWN, Duration.ofMillis(11_200))
                        : new Beyond(Limit.USER, Duration.ofHours(1)));
        assertThat(verdict(cooled))
                .isEqualTo(new Verdict.Refuse(
                        "cooldown",
                        "`!rank` needs a pause: try again in 12 s.",
                        Map.of("command", "rank", "limit", "cooldown", "waitMillis", "11200")));
    }

    @Test
    void command_thatIsTooOldToBeRun_countsForNothing() {
        var away = new Catalogues().announce("samples", 1, Samples.RANK);
        away.within = _ -> CompletableFuture.completedFuture(new Beyond(Limit.COOLDOWN, Duration.ofHours(1)));
        // When
        away.now = Catalogues.NOON.plusSeconds(31);
        // Then
        assertThat(verdict(away)).isInstanceOf(Verdict.Invoke.class);
    }

    private static Verdict verdict(Catalogues known) {
        var reading = known.prefix.read(new WrittenMessage(
                new MessageId(1L << 40),
                Optional.of(GUILD),
                GENERAL,
                new Member(new UserId(5), "l", "L", false, Optional.empty(), List.of(), Optional.empty()),
                0,
                Catalogues.NOON,
                "!rank",
                List.of(),
                new ObjectMapper().createObjectNode()));
        return ((Reading.Meant) reading).verdict().toCompletableFuture().join();
    }

    @Test
    void span_isRoundedUp_inTheTwoLargestUnits() {
        assertThat(Explanations.span(Duration.ofMillis(1))).isEqualTo("1 s");
        assertThat(Explanations.span(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(Explanations.span(Duration.ofMinutes(3))).isEqualTo("3 min");
        assertThat(Explanations.span(Duration.ofMinutes(200))).isEqualTo("3 h 20 min");
        assertThat(Explanations.span(Duration.ofHours(24))).isEqualTo("24 h");
    }
}
