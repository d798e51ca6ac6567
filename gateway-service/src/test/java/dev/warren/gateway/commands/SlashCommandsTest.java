package dev.warren.gateway.commands;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.gateway.commands.Verdict.Invoke;
import dev.warren.gateway.commands.Verdict.Refuse;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlashCommandsTest {
    private final Catalogues known = new Catalogues().announce("samples", 1, Samples.all());

    private static JsonNode json(String data) {
        try {
            return new ObjectMapper()
                    .readTree(("{'app_permissions': '2048', 'data': " + data + "}").replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Origin origin(Permission... permissions) {
        var member = new Member(
                new UserId(5),
                "linus",
                "Linus",
                false,
                Optional.empty(),
                List.of(),
                Optional.of(Permissions.of(permissions)));
        return new Origin(
                Optional.of(new InteractionId(9)),
                Optional.empty(),
                Optional.of(new GuildId(7)),
                new ChannelId(77),
                member,
                Optional.of("de"));
    }

    private SlashCommands.Called call(String data, Permission... permissions) {
        return known.slash.called(json(data), origin(permissions), Catalogues.NOON);
    }

    private static CommandInvoked invoked(SlashCommands.Called called) {
        var verdict = called.verdict().toCompletableFuture().join();
        assertThat(verdict).isInstanceOf(Invoke.class);
        return ((Invoke) verdict).command();
    }

    private static OptionValue option(CommandInvoked command, String name) {
        return requireNonNull(command.options().get(name));
    }

    private static Refuse refused(SlashCommands.Called called) {
        var verdict = called.verdict().toCompletableFuture().join();
        assertThat(verdict).isInstanceOf(Refuse.class);
        return (Refuse) verdict;
    }

    @Test
    void member_isResolvedAsDiscordSentThem() {
        var called = call("""
            {'id': '1', 'name': 'rank', 'type': 1, 'options': [{'name': 'member', 'type': 6, 'value': '800000000000000002'}],
             'resolved': {'users': {'800000000000000002': {'id': '800000000000000002', 'username': 'grace'}},
                          'members': {'800000000000000002': {'nick': 'Admiral', 'roles': ['21'], 'permissions': '0'}}}}\
            """);
        assertThat(called.expected()).isEqualTo(AnswerKind.PUBLIC);
        assertThat(invoked(called).via()).isEqualTo(Via.SLASH);
        assertThat(option(invoked(called), "member").member())
                .hasValueSatisfying(member -> assertThat(member.displayName()).isEqualTo("Admiral"));
    }

    @Test
    void subcommand_inAGroup_isFound_withItsAnswerAndPermissions() {
        var data = """
            {'name': 'settings', 'type': 1, 'options': [{'name': 'module', 'type': 2, 'options': [
              {'name': 'off', 'type': 1, 'options': [{'name': 'name', 'type': 3, 'value': 'leveling'}]}]}]}\
            """;
        var called = call(data, Permission.MANAGE_GUILD);
        assertThat(called.expected()).isEqualTo(AnswerKind.EPHEMERAL);
        assertThat(invoked(called).subcommand()).contains("module off");
        assertThat(invoked(called).options()).containsExactly(Map.entry("name", OptionValue.text("leveling")));
        assertThat(refused(call(data)).text()).contains("Manage Server");
    }

    @Test
    void textsAtDiscord_areConvertedHere() {
        var mute = invoked(call("""
            {'name': 'mute', 'type': 1, 'options': [{'name': 'member', 'type': 6, 'value': '6'}, {'name': 'for', 'type': 3, 'value': '1h30m'}],
             'resolved': {'users': {'6': {'id': '6', 'username': 'grace'}}}}\
            """, Permission.MODERATE_MEMBERS));
        assertThat(option(mute, "for").value()).isEqualTo("PT1H30M");
        assertThat(option(mute, "member").asUser()).isEqualTo(new UserId(6));
        var pay = refused(call("""
            {'name': 'pay', 'type': 1, 'options': [{'name': 'to', 'type': 6, 'value': '6'}, {'name': 'amount', 'type': 3, 'value': 'lots'}],
             'resolved': {'users': {'6': {'id': '6', 'username': 'grace'}}}}\
            """));
        assertThat(pay.reason()).isEqualTo("wrong-argument");
        assertThat(pay.text())
                .isEqualTo("`amount` must be a number of coins such as 250 or 1k, or all, or half, not `lots`.\n"
                        + "For example: `/pay @Ada 250`");
        assertThat(pay.details()).containsOnlyKeys("command", "option");
    }

    @Test
    void numbersAndFlags_comeAsText() {
        var roll = invoked(call("""
            {'name': 'roll', 'type': 1, 'options': [{'name': 'sides', 'type': 4, 'value': 20}, {'name': 'open', 'type': 5, 'value': true}]}\
            """));
        assertThat(option(roll, "sides").asLong()).isEqualTo(20);
        assertThat(option(roll, "open").asBoolean()).isTrue();
    }

    @Test
    void module_off_saysWhoCanTurnItOn() {
        known.settings.put("module.leveling", "off");
        assertThat(refused(call("{'name': 'rank', 'type': 1}")))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo("module-off"))
                .satisfies(refusal ->
                        assertThat(refusal.text()).contains("manage the server").contains("/settings set"));
    }

    @Test
    void command_thatNobodyAnnouncedOrThatChanged_isRefused() {
        assertThat(refused(call("{'name': 'gone', 'type': 1}")).reason()).isEqualTo("unknown-command");
        assertThat(refused(call("{'name': 'settings', 'type': 1, 'options': [{'name': 'gone', 'type': 1}]}"))
                        .reason())
                .isEqualTo("unknown-command");
    }

    @Test
    void menuOfAMessage_namesTheMessage() {
        var report = invoked(call("{'name': 'Report', 'type': 3, 'target_id': '1441000000000123456'}"));
        assertThat(report.via()).isEqualTo(Via.CONTEXT_MENU);
        assertThat(report.targetMessage()).contains(new MessageId(1_441_000_000_000_123_456L));
    }

    @Test
    void completion_isAsked_whereOneWasAnnounced() {
        var data = """
            {'name': 'settings', 'type': 1, 'options': [{'name': 'module', 'type': 2, 'options': [
              {'name': 'off', 'type': 1, 'options': [{'name': 'name', 'type': 3, 'value': 'lev', 'focused': true}]}]}]}\
            """;
        assertThat(known.slash.completion(json(data), origin(), Catalogues.NOON))
                .contains(new AutocompleteRequested(
                        origin(),
                        "samples",
                        "settings",
                        Optional.of("module off"),
                        "name",
                        "lev",
                        Map.of("name", "lev"),
                        Catalogues.NOON));
        assertThat(known.slash.completion(
                        json("{'name': 'rank', 'type': 1, 'options': [{'name': 'member', 'type': 6, 'value': 'a',"
                                + " 'focused': true}]}"),
                        origin(),
                        Catalogues.NOON))
                .isEmpty();
    }
}
