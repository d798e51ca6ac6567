package dev.warren.gateway.guilds;

import static dev.warren.schemas.discord.Permission.ADMINISTRATOR;
import static dev.warren.schemas.discord.Permission.ATTACH_FILES;
import static dev.warren.schemas.discord.Permission.MANAGE_MESSAGES;
import static dev.warren.schemas.discord.Permission.SEND_MESSAGES;
import static dev.warren.schemas.discord.Permission.VIEW_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.discord.GuildEvent.Overwrite;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
}
