package dev.warren.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.gateway.commands.CommandOverrides.Access;
import dev.warren.gateway.commands.CommandOverrides.Ruling;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandOverridesTest {
    private static final GuildId GUILD = new GuildId(1);
    private static final RoleId EVERYONE = new RoleId(1);
    private static final RoleId HELPER = new RoleId(4);
    private static final RoleId NEWCOMER = new RoleId(5);
    private static final ChannelId BOTS = new ChannelId(70);
    private static final ChannelId GENERAL = new ChannelId(71);
    private static final ChannelId THREAD = new ChannelId(72);

    /** Rules are written {@code 4+ 1-}: the role 4 is allowed, the role 1, everyone, is denied. */
    private static CommandOverrides rules(CommandOverrides to, String command, String written) {
        var result = to;
        for (var rule : written.isBlank() ? List.<String>of() : Arrays.asList(written.split(" "))) {
            var access = rule.endsWith("+") ? Access.ALLOW : Access.DENY;
            long id = Long.parseLong(rule.substring(0, rule.length() - 1));
            result = id < 70
                    ? result.with(command, new RoleId(id), access)
                    : result.with(command, new ChannelId(id), access);
        }
        return result;
    }

    private static CommandOverrides of(String ofCommand, String ofSubcommand) {
        return rules(rules(CommandOverrides.NONE, "rank", ofCommand), "rank reset", ofSubcommand);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    of rank  | of rank reset | roles | ruling
                    ''       | ''            | 4     | SILENT
                    4+       | ''            | 4     | COMMAND_ALLOWED
                    4+       | ''            | 5     | SILENT
                    4-       | ''            | 4     | DENIED
                    4- 5+    | ''            | 4 5   | COMMAND_ALLOWED
                    1-       | ''            | 4     | DENIED
                    1- 4+    | ''            | 4     | COMMAND_ALLOWED
                    1+ 4-    | ''            | 4     | DENIED
                    1+       | ''            | 5     | COMMAND_ALLOWED
                    4-       | 4+            | 4     | SUBCOMMAND_ALLOWED
                    4+       | 4-            | 4     | DENIED
                    4+       | 5-            | 4     | COMMAND_ALLOWED
                    """, useHeadersInDisplayName = true)
    void member_byRoles_isRuledByTheNearestRule(String command, String subcommand, String roles, Ruling ruling) {
        var held = Arrays.stream(roles.split(" ")).map(RoleId::of).toList();

        assertThat(of(command, subcommand).member("rank", Optional.of("reset"), GUILD, held))
                .isEqualTo(ruling);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    of rank  | of rank reset | places | works
                    ''       | ''            | 71     | true
                    71-      | ''            | 71     | false
                    71-      | ''            | 70     | true
                    70+      | ''            | 71     | false
                    70+      | ''            | 70     | true
                    71-      | ''            | 72 71  | false
                    71- 72+  | ''            | 72 71  | true
                    70+      | 70-           | 70     | false
                    ''       | 71-           | 71     | false
                    """, useHeadersInDisplayName = true)
    void worksIn_aPlace_whereItIsNotDenied_andOthersAreNotTheOnlyOnes(
            String command, String subcommand, String places, boolean works) {
        var where = Arrays.stream(places.split(" ")).map(ChannelId::of).toList();

        assertThat(of(command, subcommand).worksIn("rank", Optional.of("reset"), where))
                .isEqualTo(works);
    }

    @Test
    void json_writtenAndRead_isTheSame_andTheSameRulesAreTheSameText() {
        var one = CommandOverrides.NONE
                .with("rank", HELPER, Access.ALLOW)
                .with("rank", NEWCOMER, Access.DENY)
                .with("rank", GENERAL, Access.DENY);
        var other = CommandOverrides.NONE
                .with("rank", GENERAL, Access.DENY)
                .with("rank", NEWCOMER, Access.DENY)
                .with("rank", HELPER, Access.ALLOW);

        assertThat(one.toJson()).isEqualTo(other.toJson()).isEqualTo("""
                {"rank":{"roles":{"4":"allow","5":"deny"},"channels":{"71":"deny"}}}""");
        assertThat(CommandOverrides.parse(one.toJson())).isEqualTo(one);
        assertThat(one.onlyIn("rank")).isEmpty();
    }

    @Test
    void without_takesBackOneRuleOrAll_andLeavesNothingEmpty() {
        var held = CommandOverrides.NONE
                .with("rank", EVERYONE, Access.DENY)
                .with("rank", BOTS, Access.ALLOW)
                .with("rank", THREAD, Access.DENY);

        assertThat(held.without("rank", Optional.of(EVERYONE), Optional.empty()).toJson())
                .isEqualTo("""
                {"rank":{"channels":{"70":"allow","72":"deny"}}}""");
        assertThat(held.without("rank", Optional.empty(), Optional.empty())).isEqualTo(CommandOverrides.NONE);
        assertThat(held.without("pay", Optional.empty(), Optional.empty())).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "{\"rank\": {\"roles\": {\"x\": \"allow\"}}}", "{\"rank\": {\"roles\": {\"4\": \"maybe\"}}}"})
    void parse_somethingElse_isRefused(String json) {
        assertThatThrownBy(() -> CommandOverrides.parse(json)).isInstanceOf(IllegalArgumentException.class);
    }
}
