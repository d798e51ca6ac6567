package dev.warren.gateway.setup;

import dev.warren.gateway.identity.Identity;
import dev.warren.gateway.setup.SetupCheck.Report;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.LinkButton;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an administrator sees of the check, with ways to put things right. */
@ApplicationScoped
class SetupPage {
    static final String AGAIN = "setup-again";
    private static final int MOST_FINDINGS = 12;
    private static final int COMPLETE = 0x57F287;
    private static final int INCOMPLETE = 0xFEE75C;
    /** Discord's bound for all characters of an embed, with room for title and footer. */
    private static final int ROOM = 5_000;

    private final SetupCheck check;
    private final Identity identity;

    SetupPage(SetupCheck check, Identity identity) {
        this.check = check;
        this.identity = identity;
    }

    MessageBody page(GuildId guild, GuildSettings settings) {
        return check.look(guild, settings)
                .map(report -> MessageBody.embed(embed(report)).withRows(new Row(buttons(guild, report))))
                .orElseGet(() -> MessageBody.text("I do not know this server yet. Please ask again in a minute."));
    }

    private static Embed embed(Report report) {
        if (report.findings().isEmpty()) {
            return Embed.of(
                            "Everything is in place",
                            "I have all that my commands need. Go on with `/settings show` for how I behave here,"
                                    + " `/permissions show` for who may use what, and `/help` for what there is.")
                    .withColor(COMPLETE);
        }
        var fields = new ArrayList<Embed.Field>();
        int characters = 0;
        for (var finding : report.findings()) {
            characters += finding.title().length() + finding.text().length();
            if (fields.size() == MOST_FINDINGS || characters > ROOM) {
                break;
            }
            fields.add(new Embed.Field(finding.title(), finding.text(), false));
        }
        int left = report.findings().size() - fields.size();
        var embed = Embed.of("What is missing", "Put these right, in this order, and check again.")
                .withColor(INCOMPLETE)
                .withFields(fields);
        return left == 0 ? embed : embed.withFooter("and " + left + " more");
    }

    private List<Component> buttons(GuildId guild, Report report) {
        var buttons = new ArrayList<Component>();
        buttons.add(new Button(
                CustomId.of(Service.GATEWAY, AGAIN, guild).toString(),
                "Check again",
                Style.PRIMARY,
                Optional.empty(),
                false,
                AnswerKind.UPDATE));
        identity.now().ifPresent(bot -> {
            if (!report.findings().isEmpty()) {
                buttons.add(new LinkButton(
                        "https://discord.com/oauth2/authorize?client_id=" + bot.application()
                                + "&scope=bot+applications.commands&permissions=" + report.needed() + "&guild_id="
                                + guild,
                        "Give me permissions"));
            }
            if (report.intents()) {
                buttons.add(new LinkButton(
                        "https://discord.com/developers/applications/" + bot.application() + "/bot",
                        "Developer portal"));
            }
        });
        return buttons;
    }
}
