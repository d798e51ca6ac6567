package dev.warren.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.warren.simulator.DiscordSimulator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The markdown reader, in the browser for which it is written. Trees are told in brackets: {@code strong[bold]}. */
@ExtendWith(InBrowser.class)
class MarkdownIT {
    private static final String TELL = """
            async source => {
              const { parse } = await import('/web/markdown.js');
              const tell = node => node.type === 'text' ? node.content : node.items ? `list[${node.items.map(item =>
                `${item.number || '-'}${item.level} ${item.content.map(tell).join('')}`).join('|')}]`
                : node.type + (node.href ? `(${node.href})` : '') + (node.id ?? node.name ?? '')
                + (node.seconds !== undefined ? `${node.seconds}${node.style}` : '')
                + (Array.isArray(node.content) ? `[${node.content.map(tell).join('')}]` : node.content !== undefined ? `[${node.content}]` : '');
              return parse(source.replaceAll('⏎', '\\n')).map(tell).join(' ').replaceAll('paragraph', 'p').replaceAll('\\n', '⏎');
            }
            """;
    private static DiscordSimulator simulator;
    private static Page page;

    @BeforeAll
    static void start(Browser browser) {
        simulator = Simulators.start();
        page = browser.newPage();
        page.navigate("http://localhost:" + simulator.port());
    }

    @AfterAll
    static void stop() {
        page.close();
        Simulators.stop(simulator);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "plain → p[plain]",
                "**bold** → p[strong[bold]]",
                "*it* and _it_ → p[em[it] and em[it]]",
                "***both*** → p[strong[em[both]]]",
                "**bold *and it*** → p[strong[bold em[and it]]]",
                "__under__ → p[underline[under]]",
                "__**deep**__ → p[underline[strong[deep]]]",
                "~~gone~~ → p[strike[gone]]",
                "||hidden **b**|| → p[spoiler[hidden strong[b]]]",
                "snake_case_name → p[snake_case_name]",
                "2 * 3 * 4 → p[2 * 3 * 4]",
                "** not bold → p[** not bold]",
                "a ** b → p[a ** b]",
                "\\*stars\\* → p[*stars*]",
                "`code **raw**` → p[code[code **raw**]]",
                "``a ` b`` → p[code[a ` b]]",
                "```js⏎let x = 1;⏎``` → code-block[let x = 1;]",
                "before```in```after → p[before] code-block[in] p[after]",
                "```open → p[```open]",
                "> one⏎> two⏎three → quote[p[one⏎two]] p[three]",
                ">>> all⏎of it → quote[p[all⏎of it]]",
                "# Big⏎text → heading[Big] p[text]",
                "#nospace → p[#nospace]",
                "-# small → small[small]",
                "- one⏎  - two⏎3. three → list[-0 one|-1 two|30 three]",
                "-no → p[-no]",
                "https://a.b/c?d=e. → p[link(https://a.b/c?d=e)[https://a.b/c?d=e].]",
                "<https://a.b> → p[link(https://a.b)[https://a.b]]",
                "[t](https://a.b) → p[link(https://a.b)[t]]",
                "see [t](https://a.b)! → p[see link(https://a.b)[t]!]",
                "[t](javascript:x) → p[[t](javascript:x)]",
                "<javascript:x> → p[<javascript:x>]",
                "<@1> <@!2> <@&3> <#4> → p[user1 user2 role3 channel4]",
                "<:rabbit:55> <a:hop:66> → p[emojirabbit emojihop]",
                "</rank show:7> → p[commandrank show]",
                "<t:99:R> <t:99> → p[time99R time99f]",
                "@everyone me@here.org → p[all[@everyone] me@here.org]",
                "a⏎⏎b → p[a⏎⏎b]",
                "<b>no html</b> → p[<b>no html</b>]",
            })
    void text_parsed_isAsDiscordReadsIt(String source, String tree) {
        assertThat(page.evaluate(TELL, source)).isEqualTo(tree);
    }

    @Test
    void hostileLengths_parsed_takeNoLongTime() {
        for (String part : List.of("**", "*_", "||", "`", "> ", "[", "<@", "__*~~", "- ", "https://(")) {
            double millis = ((Number) page.evaluate(
                            "async part => { const { parse } = await import('/web/markdown.js'); const start = performance.now();"
                                    + " parse(part.repeat(4000 / part.length)); return performance.now() - start; }",
                            part))
                    .doubleValue();
            assertThat(millis).as(part).isLessThan(1_000);
        }
    }
}
