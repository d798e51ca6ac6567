package dev.warren.leveling.administration;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.standing.Shown;
import dev.warren.leveling.standing.Standings;
import dev.warren.leveling.xp.XpPart;
import dev.warren.runtime.attachments.Attachments;
import dev.warren.runtime.attachments.Attachments.Fetched;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.redis.Files;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /xp import|export}. */
@ApplicationScoped
class TransferPart implements XpPart {
    private static final String FILE = "file";
    private static final String HOW = "how";
    private static final String STRANGERS = "strangers";
    private static final String FORMAT = "format";
    private static final String ADD = "add";
    private static final String REFUSE = "refuse";
    private static final String SKIP = "skip";

    private final Attachments attachments;
    private final Imports imports;
    private final Standings standings;
    private final Files files;
    private final AdministrationConfig config;

    TransferPart(
            Attachments attachments, Imports imports, Standings standings, Files files, AdministrationConfig config) {
        this.attachments = attachments;
        this.imports = imports;
        this.standings = standings;
        this.files = files;
        this.config = config;
    }

    @Override
    public Set<String> subcommands() {
        return Set.of("import", "export");
    }

    @Override
    public Describe describe(Describe command) {
        return command.subcommand(
                        "import",
                        "Reads XP from a file: JSON of /xp export or of MEE6, or CSV; shows it before it does it",
                        AnswerKind.EPHEMERAL,
                        "xp import",
                        option(FILE, "The file", OptionType.ATTACHMENT).required(),
                        option(HOW, "Whether it takes the place of what members have, or adds to it", OptionType.STRING)
                                .choices("replace", ADD),
                        option(STRANGERS, "What to do with members whom I never saw here", OptionType.STRING)
                                .choices(REFUSE, SKIP, "keep"))
                .subcommand(
                        "export",
                        "Gives the XP of all members as a file",
                        AnswerKind.EPHEMERAL,
                        "xp export csv",
                        option(FORMAT, "JSON by default", OptionType.STRING).choices("json", "csv"));
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return call.payload().subcommand().orElseThrow().equals("export") ? export(call) : read(call, tx);
    }

    private Uni<Outcome> read(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return attachments
                .fetch(call.required(FILE).value(), config.fileBytes())
                .chain(fetched -> switch (fetched) {
                    case Fetched.Bytes(var bytes) ->
                        switch (ImportFile.read(bytes, config.fileMembers())) {
                            case ImportFile.Read.Members(var members) -> checked(call, tx, members);
                            case ImportFile.Read.Wrong(var field, var rule, var value) -> wrong(field, rule, value);
                        };
                    case Fetched.TooLarge(var most) ->
                        wrong(FILE, "have at most " + Shown.number(most) + " bytes", "more");
                    case Fetched.Elsewhere _ -> wrong(FILE, "be attached here", "an address elsewhere");
                    case Fetched.Gone _ -> wrong(FILE, "still lie at Discord", "gone, or too slow");
                });
    }

    private static Uni<Outcome> wrong(String field, String rule, String value) {
        return Uni.createFrom()
                .item(Outcome.refused(
                        "wrong-import", "`%s` must %s: `%s`. Nothing was imported.".formatted(field, rule, value)));
    }

    private Uni<Outcome> checked(Call<CommandInvoked> call, Mutiny.StatelessSession tx, List<Given> members) {
        var guild = call.guild().orElseThrow();
        var then = call.option(STRANGERS).map(OptionValue::value).orElse(REFUSE);
        return imports.strangers(tx, guild, members).chain(strangers -> {
            if (then.equals(REFUSE) && !strangers.isEmpty()) {
                return wrong(
                        "id",
                        "be of a member whom I saw here; there are %s others. With `strangers` you may skip or keep them"
                                .formatted(Shown.number(strangers.size())),
                        strangers.getFirst().toString());
            }
            var unknown = Set.copyOf(strangers);
            var taken = then.equals(SKIP)
                    ? members.stream()
                            .filter(given -> !unknown.contains(given.member()))
                            .toList()
                    : members;
            if (taken.isEmpty()) {
                return wrong(FILE, "name a member whom I saw here", "none");
            }
            boolean adds =
                    call.option(HOW).map(OptionValue::value).filter(ADD::equals).isPresent();
            return imports.keep(
                            tx, guild, ImportButtons.token(call), call.member().id(), call.time(), adds, taken)
                    .map(_ -> ImportButtons.question(
                            call, taken, members.size() - taken.size(), then.equals(SKIP) ? 0 : unknown.size(), adds));
        });
    }

    private Uni<Outcome> export(Call<CommandInvoked> call) {
        var guild = call.guild().orElseThrow();
        boolean csv = call.option(FORMAT)
                .map(OptionValue::value)
                .filter("csv"::equals)
                .isPresent();
        return standings.all(guild, config.fileMembers() + 1).chain(members -> {
            if (members.size() > config.fileMembers()) {
                return Uni.createFrom()
                        .item(Outcome.refused(
                                "too-many-members",
                                "The file must have at most %s members, and there are more."
                                        .formatted(Shown.number(config.fileMembers()))));
            }
            var bytes = csv ? ExportFile.csv(members) : ExportFile.json(guild, call.time(), members);
            var said = "The XP of %s. `/xp import` reads it.".formatted(Words.members(members.size()));
            return files.attach(
                            csv ? "xp.csv" : "xp.json",
                            csv ? "text/csv" : "application/json",
                            "XP of all members",
                            bytes)
                    .map(file -> Outcome.ephemeral(MessageBody.text(said).withFiles(file))
                            .emitting(Audits.of(
                                    call,
                                    "xp-exported",
                                    guild.toString(),
                                    Map.of("members", Integer.toString(members.size())))));
        });
    }
}
