package dev.warren.gateway.guilds;

import static dev.warren.schemas.discord.Permission.ADMINISTRATOR;
import static dev.warren.schemas.discord.Permission.ATTACH_FILES;
import static dev.warren.schemas.discord.Permission.MANAGE_MESSAGES;
import static dev.warren.schemas.discord.Permission.READ_MESSAGE_HISTORY;
import static dev.warren.schemas.discord.Permission.SEND_MESSAGES;
import static dev.warren.schemas.discord.Permission.VIEW_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.discord.GuildEvent.Overwrite;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionRulesTest {
    private static final GuildId GUILD = new GuildId(1);
    private static final UserId OWNER = new UserId(2);
    private static final UserId ADA = new UserId(3);
    private static final RoleId EVERYONE = new RoleId(1);
    private static final RoleId MODERATOR = new RoleId(4);
    private static final RoleId MUTED = new RoleId(5);
    private static final RoleId ADMIN = new RoleId(6);
    private static final Map<RoleId, Permissions> ROLES = Map.of(
            EVERYONE, Permissions.of(VIEW_CHANNEL, SEND_MESSAGES),
            MODERATOR, Permissions.of(MANAGE_MESSAGES),
            MUTED, Permissions.NONE,
            ADMIN, Permissions.of(ADMINISTRATOR));

    private static Permissions base(UserId user, RoleId... roles) {
        return PermissionRules.base(GUILD, OWNER, user, List.of(roles), role -> Optional.ofNullable(ROLES.get(role)));
    }

    private static Permissions inChannel(Permissions base, List<RoleId> roles, Overwrite... overwrites) {
        return PermissionRules.inChannel(base, GUILD, ADA, roles, List.of(overwrites));
    }

    private static Overwrite role(RoleId role, Permissions allow, Permissions deny) {
        return new Overwrite(role.toString(), false, allow, deny);
    }

    private static Overwrite member(UserId user, Permissions allow, Permissions deny) {
        return new Overwrite(user.toString(), true, allow, deny);
    }

    private static Permissions of(Permission... permissions) {
        return Permissions.of(permissions);
    }

    @Test
    void base_isEveryonesAndAllRolesTogether() {
        assertThat(base(ADA, MODERATOR)).isEqualTo(of(VIEW_CHANNEL, SEND_MESSAGES, MANAGE_MESSAGES));
    }

    @Test
    void ownerAndAdministrators_mayEverything_whateverAChannelDenies() {
        assertThat(base(OWNER)).isEqualTo(PermissionRules.ALL);
        assertThat(base(ADA, ADMIN)).isEqualTo(PermissionRules.ALL);
        assertThat(inChannel(base(ADA, ADMIN), List.of(ADMIN), role(EVERYONE, of(), of(VIEW_CHANNEL))))
                .isEqualTo(PermissionRules.ALL);
    }

    @Test
    void roles_togetherAllowWhatOneOfThemDenies() {
        assertThat(inChannel(
                        base(ADA, MODERATOR, MUTED),
                        List.of(MODERATOR, MUTED),
                        role(MODERATOR, of(SEND_MESSAGES), of()),
                        role(MUTED, of(), of(SEND_MESSAGES))))
                .isEqualTo(of(VIEW_CHANNEL, SEND_MESSAGES, MANAGE_MESSAGES));
    }

    @Test
    void everyone_comesBeforeRoles_andRolesBeforeTheMember_whateverTheOrderInTheList() {
        assertThat(inChannel(
                        base(ADA, MODERATOR),
                        List.of(MODERATOR),
                        member(ADA, of(ATTACH_FILES), of(SEND_MESSAGES)),
                        role(MODERATOR, of(SEND_MESSAGES), of(ATTACH_FILES)),
                        role(EVERYONE, of(ATTACH_FILES), of(SEND_MESSAGES))))
                .isEqualTo(of(VIEW_CHANNEL, MANAGE_MESSAGES, ATTACH_FILES));
    }

    @Test
    void overwrites_ofOthers_areOfNoInterest() {
        assertThat(inChannel(
                        base(ADA),
                        List.of(),
                        role(MODERATOR, of(MANAGE_MESSAGES), of(VIEW_CHANNEL)),
                        member(OWNER, of(MANAGE_MESSAGES), of(VIEW_CHANNEL))))
                .isEqualTo(of(VIEW_CHANNEL, SEND_MESSAGES));
    }

    /** Rules are written {@code e-S m+M a+A}: who (everyone, moderator, muted, Ada), allowed or denied, and what by its first letter. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    overwrites  | permissions
                    ''          | VSM
                    e-S         | VM
                    e-V         | ''
                    e-V m+V     | VSM
                    e-V u-V m+V | VSM
                    m-S u+S     | VSM
                    u-S         | VM
                    e-S m+S a-S | VM
                    e-S u-S a+S | VSM
                    e-V a+V     | VSM
                    e+A         | VSMA
                    m+A a-A     | VSM
                    a-V         | ''
                    """, useHeadersInDisplayName = true)
    void inChannel_appliesEveryoneThenRolesThenMember_andNothingIsLeftToWhoSeesNothing(
            String overwrites, String permissions) {
        var written = Arrays.stream(overwrites.split(" "))
                .filter(rule -> !rule.isBlank())
                .map(PermissionRulesTest::overwrite)
                .toArray(Overwrite[]::new);

        assertThat(inChannel(base(ADA, MODERATOR, MUTED), List.of(MODERATOR, MUTED), written))
                .isEqualTo(named(permissions));
    }

    private static Overwrite overwrite(String rule) {
        var what = named(rule.substring(2));
        var allow = rule.charAt(1) == '+' ? what : Permissions.NONE;
        var deny = rule.charAt(1) == '+' ? Permissions.NONE : what;
        return switch (rule.charAt(0)) {
            case 'e' -> role(EVERYONE, allow, deny);
            case 'm' -> role(MODERATOR, allow, deny);
            case 'u' -> role(MUTED, allow, deny);
            default -> member(ADA, allow, deny);
        };
    }

    private static Permissions named(String letters) {
        return of(letters.chars()
                .mapToObj(letter -> switch (letter) {
                    case 'V' -> VIEW_CHANNEL;
                    case 'S' -> SEND_MESSAGES;
                    case 'M' -> MANAGE_MESSAGES;
                    default -> ATTACH_FILES;
                })
                .toArray(Permission[]::new));
    }

    @Test
    void timeout_leavesLookingOn_butNotToAdministrators() {
        var all = of(VIEW_CHANNEL, SEND_MESSAGES, READ_MESSAGE_HISTORY, MANAGE_MESSAGES);

        assertThat(PermissionRules.timedOut(all)).isEqualTo(of(VIEW_CHANNEL, READ_MESSAGE_HISTORY));
        assertThat(PermissionRules.timedOut(PermissionRules.ALL)).isEqualTo(PermissionRules.ALL);
    }
}
