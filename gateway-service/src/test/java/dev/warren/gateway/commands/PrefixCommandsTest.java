package dev.warren.gateway.commands;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.gateway.commands.Verdict.Invoke;
import dev.warren.gateway.commands.Verdict.Refuse;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixCommandsTest {
    private static final GuildId GUILD = new GuildId(900_000_000_000_000_001L);
    private static final Member ADA = member(800_000_000_000_000_001L, "ada", "Countess Ada");
    private static final Member GRACE = member(800_000_000_000_000_002L, "grace", "Grace");
    private static final String MENTIONS = """
        [{"id": "800000000000000002", "username": "grace", "global_name": "Grace", "member": {"roles": [], "nick": null}}]\
        """;

    private final Catalogues known = new Catalogues().announce("samples", 1, Samples.all());

    private static Member member(long id, String name, String shown) {
        return new Member(new UserId(id), name, shown, false, Optional.empty(), List.of(), Optional.empty());
    }

    @BeforeEach
    void somebodyWroteBefore() throws JsonProcessingException {
        known.seen.saw(GUILD, ADA);
        known.guilds.created(new ObjectMapper().readTree("""
            {"id": "900000000000000001", "owner_id": "9", "roles": [], "channels": [{"id": "77", "type": 0, "name": "general"}]}\
            """), Optional.empty());
    }

    private Reading read(Optional<GuildId> guild, Permissions permissions, String content) {
        try {
            var author = new Member(
                    new UserId(5), "linus", "Linus", false, Optional.empty(), List.of(), Optional.of(permissions));
            var data = new ObjectMapper().readTree("{\"mentions\": " + MENTIONS + "}");
            return known.prefix.read(new WrittenMessage(
                    new MessageId(1L << 40),
                    guild,
                    new ChannelId(77),
                    author,
                    0,
                    Catalogues.NOON,
                    content,
                    List.of(),
                    data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reading read(String content) {
        return read(Optional.of(GUILD), Permissions.NONE, content);
    }

    private static Verdict verdict(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Meant.class);
        return ((Reading.Meant) reading).verdict().toCompletableFuture().join();
    }

    private static CommandInvoked invoked(Reading reading) {
        assertThat(verdict(reading)).isInstanceOf(Invoke.class);
        return ((Invoke) verdict(reading)).command();
    }

    private static String refusal(Reading reading) {
        assertThat(verdict(reading)).isInstanceOf(Refuse.class);
        return ((Refuse) verdict(reading)).text();
    }

    private static String options(CommandInvoked command) {
        return command.options().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(option -> option.getKey() + "=" + option.getValue().value())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!rank                              | rank     |            | ``",
                "!RANK                              | rank     |            | ``",
                "!level                             | rank     |            | ``",
                "! rank                             | rank     |            | ``",
                "!rank <@800000000000000002>        | rank     |            | member=800000000000000002",
                "!rank <@!800000000000000002>       | rank     |            | member=800000000000000002",
                "!rank 800000000000000001           | rank     |            | member=800000000000000001",
                "!rank ada                          | rank     |            | member=800000000000000001",
                "!rank ada#0                        | rank     |            | member=800000000000000001",
                "!rank @Ada                         | rank     |            | member=800000000000000001",
                "!rank countess ada                 | rank     |            | member=800000000000000001",
                "!rank \"Countess Ada\"             | rank     |            | member=800000000000000001",
                "!settings                          | settings | show       | ``",
                "!settings show                     | settings | show       | ``",
                "!settings set prefix two  words    | settings | set        | name=prefix value=two  words",
                "!settings set prefix \"a b\"       | settings | set        | name=prefix value=a b",
                "!pay ada 1k                        | pay      |            | amount=1000 to=800000000000000001",
                "!pay \"countess ada\" half         | pay      |            | amount=half to=800000000000000001",
                "!roll                              | roll     |            | ``",
                "!roll ٦                            | roll     |            | sides=6",
                "!roll 6 yes                        | roll     |            | open=true sides=6",
                "!roll yes                          | roll     |            | open=true",
                "!roll #general FANCY               | roll     |            | style=fancy where=77",
                "!roll <#77>                        | roll     |            | where=77",
            })
    void writtenCommand_givesItsOptions(String content, String command, String subcommand, String options) {
        var invoked = invoked(read(content));
        assertThat(invoked.service()).isEqualTo("samples");
        assertThat(invoked.command()).isEqualTo(command);
        assertThat(invoked.subcommand()).isEqualTo(Optional.ofNullable(subcommand));
        assertThat(options(invoked)).isEqualTo(options);
        assertThat(invoked.via()).isEqualTo(Via.PREFIX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!mute grace 10m spam and noise | PT10M  | spam and noise",
                "!mute grace 1h30m              | PT1H30M|",
                "!mute grace 2 days             | PT48H  |",
                "!mute grace 2 days spam        | PT48H  | spam",
                "!mute grace spam               |        | spam",
                "!mute grace 10 loud words      |        | 10 loud words",
            })
    void duration_inOneWordOrTwo_isRead_andLeftOutWhereNoneStands(String content, String span, String reason) {
        known.seen.saw(GUILD, GRACE);
        var options = invoked(read(Optional.of(GUILD), Permissions.of(Permission.MODERATE_MEMBERS), content))
                .options();
        assertThat(Optional.ofNullable(options.get("for")).map(OptionValue::value))
                .isEqualTo(Optional.ofNullable(span));
        assertThat(Optional.ofNullable(options.get("reason")).map(OptionValue::value))
                .isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void member_comesAsDiscordResolvedThem() {
        assertThat(requireNonNull(invoked(read("!rank <@800000000000000002>"))
                                .options()
                                .get("member"))
                        .member())
                .hasValueSatisfying(member -> assertThat(member.displayName()).isEqualTo("Grace"));
    }

    @Test
    void member_whoWasNotSeenLately_isLookedUpAtDiscord() {
        known.rest.answers("/guilds/" + GUILD + "/members/search?query=hopper&limit=10", """
            [{"user": {"id": "801", "username": "hopper2"}, "roles": []}, {"user": {"id": "802", "username": "hopper"}, "roles": []}]\
            """);
        assertThat(options(invoked(read("!rank Hopper".replace("H", "h"))))).isEqualTo("member=802");
        assertThat(refusal(read("!rank nobody")))
                .isEqualTo("`member` must be a member whom I can find in this server, not `nobody`.\n"
                        + "For example: `!rank @Ada`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!roll 1            | `sides` must be at least 2, not `1`.",
                "!roll 6 perhaps    | `style` must be one of plain, fancy, not `perhaps`.",
                "!pay ada           | `amount` is missing.",
                "!pay ada 0         | `amount` must be at least 1, not `0`.",
                "!pay ada much      | `amount` must be a number of coins such as 250 or 1k, or all, or half, not `much`.",
                "!settings shwo     | `!settings` can do several things: `!settings show`, `!settings set`, `!settings"
                        + " module off`.",
                "!settings show all | There are more words than I expected. Put words that belong together in quotes.",
            })
    void wrongArgument_isExplainedWithAnExample(String content, String why) {
        assertThat(refusal(read(content))).startsWith(why).contains("For example: `!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<@100000000000000001> rank",
                "<@!100000000000000001>   rank ada",
                "<@100000000000000001> settings set a b"
            })
    void mention_withAnExactCommand_isOne(String content) {
        assertThat(invoked(read(content)).via()).isEqualTo(Via.MENTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<@100000000000000001> rank me please, would you?",
                "<@100000000000000001> rnak",
                "<@100000000000000001>",
                "<@100000000000000001> pay ada lots",
                "<@100000000000000001> settings shwo",
                "<@800000000000000002> rank",
                "rank",
                "!",
                "!!!",
                "!unheardof",
                "hello !rank",
                ""
            })
    void talk_isNoCommand(String content) {
        assertThat(read(content)).isEqualTo(Reading.CONVERSATION);
    }

    @Test
    void nearMiss_isAskedBackKindly_butNotForAModuleThatIsOff() {
        assertThat(read("!rnak"))
                .isEqualTo(new Reading.NearMiss(
                        new Refuse("unknown-command", "Did you mean `!rank`?", Map.of("suggested", "rank"))));
        known.settings.put("module.leveling", "off");
        assertThat(read("!rnak")).isEqualTo(Reading.CONVERSATION);
    }

    @Test
    void missingPermission_isNamed_alsoThatOfASubcommand() {
        assertThat(refusal(read("!mute ada"))).isEqualTo("You need **Timeout Members** for `!mute`.");
        assertThat(refusal(read("!settings module off leveling")))
                .isEqualTo("You need **Manage Server** for `!settings module off`.");
        assertThat(refusal(read("!mute")))
                .as("who may not, need not get it right")
                .contains("Timeout Members");
        var administrator = read(Optional.of(GUILD), Permissions.of(Permission.ADMINISTRATOR), "!mute ada");
        assertThat(options(invoked(administrator))).isEqualTo("member=" + ADA.id());
    }

    @Test
    void module_off_isSilent() {
        known.settings.put("module.leveling", "off");
        assertThat(verdict(read("!rank"))).isEqualTo(new Verdict.Pass("module-off", Map.of("command", "rank")));
        assertThat(read("<@100000000000000001> rank")).isEqualTo(Reading.CONVERSATION);
    }

    @Test
    void directMessage_refusesWhatIsForServersOnly_andRunsTheRest() {
        assertThat(refusal(read(Optional.empty(), Permissions.NONE, "!rank")))
                .isEqualTo("`!rank` works in servers only.");
        assertThat(options(invoked(read(Optional.empty(), Permissions.NONE, "!roll 6"))))
                .isEqualTo("sides=6");
    }

    @Test
    void prefix_isTheGuildsOwn() {
        known.settings.put("prefix", "hey ");
        assertThat(invoked(read("Hey rank")).command()).isEqualTo("rank");
        assertThat(read("!rank")).isEqualTo(Reading.CONVERSATION);
    }
}
