package dev.warren.gateway.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.gateway.commands.Catalogues;
import dev.warren.gateway.setup.SetupCheck.Report;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.settings.GeneralSettings;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetupCheckTest {
    private static final GuildId GUILD = new GuildId(900);
    private static final long CONTENT_AND_MEMBERS = 1L << 18 | 1L << 14;
    private static final Permission[] ENOUGH = {
        Permission.VIEW_CHANNEL,
        Permission.SEND_MESSAGES,
        Permission.SEND_MESSAGES_IN_THREADS,
        Permission.EMBED_LINKS,
        Permission.ATTACH_FILES,
        Permission.READ_MESSAGE_HISTORY
    };

    private static SettingDescription setting(String key, SettingType type) {
        return new SettingDescription(
                key, "For a test", "general", type, "", Optional.empty(), Optional.empty(), List.of());
    }

    /** The bot has the role 4 at position 5; the role 6 stands at 9 and the role 5 at 2. */
    private static Report look(long flags, Permissions bot, String overwrites, Map<String, String> set, boolean bans) {
        var known = new Catalogues(flags);
        var needs = bans ? new Permission[] {Permission.BAN_MEMBERS} : new Permission[0];
        known.announce(
                List.of(setting("welcome.channel", SettingType.CHANNEL), setting("welcome.role", SettingType.ROLE)),
                Describe.command("ban", "Bans").botNeeds(needs).build());
        try {
            known.guilds.created(
                    new ObjectMapper().readTree("""
                    {"id": "900", "owner_id": "9", "members": [{"user": {"id": "%s"}, "roles": ["4"]}],
                     "roles": [{"id": "900", "permissions": "1024", "position": 0}, {"id": "4", "permissions": "%s", "position": 5},
                               {"id": "5", "permissions": "0", "position": 2}, {"id": "6", "permissions": "0", "position": 9}],
                     "channels": [{"id": "77", "type": 0, "permission_overwrites": [%s]}, {"id": "78", "type": 2}]}""".formatted(Catalogues.BOT, bot, overwrites)),
                    Optional.of(Catalogues.BOT));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return new SetupCheck(known.guilds, known.catalogue, known.identity)
                .look(GUILD, new GuildSettings(1, set, GeneralSettings.FALLBACKS))
                .orElseThrow();
    }

    private static List<String> titles(Report report) {
        return report.findings().stream().map(Finding::title).toList();
    }

    @Test
    void everythingThere_findsNothing() {
        var report = look(CONTENT_AND_MEMBERS, Permissions.of(ENOUGH), "", Map.of(), false);

        assertThat(report.findings()).isEmpty();
        assertThat(report.intents()).isFalse();
        assertThat(report.needed()).isEqualTo(Permissions.of(ENOUGH));
    }

    @Test
    void intents_thatAreOff_areNamedWithWhatIsLost() {
        var report = look(0, Permissions.of(ENOUGH), "", Map.of(), false);

        assertThat(titles(report))
                .containsExactlyInAnyOrder("The intent Guild Members is off", "The intent Message Content is off");
        assertThat(report.findings()).extracting(Finding::text).anyMatch(text -> text.contains("prefix commands"));
        assertThat(report.intents()).isTrue();
    }

    @Test
    void permissions_thatCommandsNeed_areNamedWithTheCommands() {
        var report = look(CONTENT_AND_MEMBERS, Permissions.of(ENOUGH), "", Map.of(), true);

        assertThat(titles(report)).containsExactly("I lack permissions in this server", "My role is low");
        assertThat(report.findings().getFirst().text()).startsWith("**Ban Members**. `/ban` cannot work without.");
        assertThat(report.findings().getLast().text()).startsWith("<@&6> stands above it");
    }

    @Test
    void administrator_lacksNothing_butStandsWhereItStands() {
        var report = look(CONTENT_AND_MEMBERS, Permissions.of(Permission.ADMINISTRATOR), "", Map.of(), true);

        assertThat(titles(report)).containsExactly("My role is low");
    }

    @Test
    void channel_thatMembersSee_andTheBotCannotAnswerIn_isNamed() {
        var report = look(
                CONTENT_AND_MEMBERS,
                Permissions.of(ENOUGH),
                "{\"id\": \"4\", \"type\": 0, \"allow\": \"0\", \"deny\": \"2048\"}",
                Map.of(),
                false);

        assertThat(titles(report)).containsExactly("I cannot answer in one channel");
        assertThat(report.findings().getFirst().text()).startsWith("<#77>: Send Messages\n");
    }

    @Test
    void channel_thatIsHiddenFromMembers_isOfNoInterest() {
        var report = look(
                CONTENT_AND_MEMBERS,
                Permissions.of(ENOUGH),
                "{\"id\": \"900\", \"type\": 0, \"allow\": \"0\", \"deny\": \"1024\"}",
                Map.of(),
                false);

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void settings_thatNameWhatIsGoneOrTooHigh_areNamed() {
        assertThat(look(
                                CONTENT_AND_MEMBERS,
                                Permissions.of(ENOUGH),
                                "",
                                Map.of("welcome.channel", "99", "welcome.role", "6"),
                                false)
                        .findings())
                .extracting(Finding::title, Finding::text)
                .satisfiesExactly(
                        channel -> assertThat(channel.toList())
                                .first()
                                .isEqualTo("The setting welcome.channel does not work"),
                        role -> assertThat(role.toList().getLast().toString())
                                .startsWith("<@&6> stands above my role"));
        assertThat(look(
                                CONTENT_AND_MEMBERS,
                                Permissions.of(ENOUGH),
                                "",
                                Map.of("welcome.channel", "77", "welcome.role", "5"),
                                false)
                        .findings())
                .isEmpty();
    }

    @Test
    void finding_thatIsLong_isCutToDiscordsBounds() {
        var finding = new Finding("t".repeat(300), "x".repeat(2_000));

        assertThat(finding.title()).hasSize(256).endsWith("…");
        assertThat(finding.text()).hasSize(1_024).endsWith("…");
    }
}
