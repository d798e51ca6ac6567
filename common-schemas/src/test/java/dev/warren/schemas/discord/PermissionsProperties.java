package dev.warren.schemas.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.warren.schemas.event.WireJson;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PermissionsProperties {
    @Property
    void permissions_anyBits_surviveTheWireAsText(@ForAll long bits) throws JsonProcessingException {
        var json = WireJson.mapper();
        var permissions = new Permissions(bits);

        var text = json.writeValueAsString(permissions);

        assertThat(text).isEqualTo("\"" + Long.toUnsignedString(bits) + "\"");
        assertThat(json.readValue(text, Permissions.class)).isEqualTo(permissions);
    }

    @Property
    void permissions_ofAnySet_allowWhatIsInItAndMissTheRest(
            @ForAll Set<Permission> held, @ForAll Set<Permission> wanted) {
        var has = of(held);
        var wants = of(wanted);
        var lacking =
                wanted.stream().filter(permission -> !held.contains(permission)).toArray(Permission[]::new);

        if (held.contains(Permission.ADMINISTRATOR)) {
            assertThat(has.allows(wants)).isTrue();
            assertThat(has.missing(wants)).isEqualTo(Permissions.NONE);
        } else {
            assertThat(has.allows(wants)).isEqualTo(lacking.length == 0);
            assertThat(has.missing(wants)).isEqualTo(Permissions.of(lacking));
        }
    }

    @Property
    void permissions_withBitsBeyondTheSixtyFourth_keepTheOthers(@ForAll long bits) {
        var wide = BigInteger.ONE.shiftLeft(70).add(new BigInteger(Long.toUnsignedString(bits)));

        assertThat(Permissions.parse(wide.toString())).isEqualTo(new Permissions(bits));
    }

    @Example
    void permissions_fromWhatIsNoNumber_areRefused() {
        for (var text : new String[] {"", "-1", "+1", "abc", "1 ", "٣"}) {
            assertThatThrownBy(() -> Permissions.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("permissions must be a decimal bit set: " + text);
        }
    }

    @Example
    void permission_each_hasABitOfItsOwn() {
        assertThat(Arrays.stream(Permission.values()).map(Permission::bit)).doesNotHaveDuplicates();
    }

    @Example
    void permission_some_haveDiscordsBits() {
        assertThat(Permission.ADMINISTRATOR.bit()).isEqualTo(0x8);
        assertThat(Permission.MANAGE_GUILD.bit()).isEqualTo(0x20);
        assertThat(Permission.MODERATE_MEMBERS.bit()).isEqualTo(0x10000000000L);
        assertThat(Permission.SEND_POLLS.bit()).isEqualTo(0x2000000000000L);
    }

    private static Permissions of(Set<Permission> permissions) {
        return Permissions.of(permissions.toArray(Permission[]::new));
    }
}
