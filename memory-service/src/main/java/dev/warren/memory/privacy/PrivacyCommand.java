package dev.warren.memory.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.memory.keys.Standings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.redis.Files;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.event.WireJson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /privacy show|opt-out|opt-in|export|erase}. */
@ApplicationScoped
class PrivacyCommand implements CommandHandler {
    private static final String NAME = "privacy";

    private final Standings standings;
    private final List<PersonalData> data;
    private final Files files;
    private final ObjectMapper mapper = WireJson.mapper();

    PrivacyCommand(Standings standings, @Any Instance<PersonalData> data, Files files) {
        this.standings = standings;
        this.data =
                data.stream().sorted(Comparator.comparing(PersonalData::name)).toList();
        this.files = files;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(NAME, "What I keep of you, and what you may do about it")
                .module("general")
                .everywhere()
                .in("de", "datenschutz", "Was ich von dir aufbewahre, und was du tun kannst")
                .in("es-ES", "privacidad", "Lo que guardo de ti y qué puedes hacer")
                .subcommand("show", "Shows what I keep of you", AnswerKind.EPHEMERAL, "privacy show")
                .subcommand(
                        "opt-out", "Keeps nothing more of what you say to me", AnswerKind.EPHEMERAL, "privacy opt-out")
                .subcommand("opt-in", "Keeps again what you say to me", AnswerKind.EPHEMERAL, "privacy opt-in")
                .subcommand("export", "Gives you all that I keep of you", AnswerKind.EPHEMERAL, "privacy export")
                .subcommand("erase", "Deletes all that I keep of you, for good", AnswerKind.EPHEMERAL, "privacy erase")
                .bare("show")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return switch (call.payload().subcommand().orElse("show")) {
            case "opt-out" -> silence(call, tx, true);
            case "opt-in" -> silence(call, tx, false);
            case "export" -> export(call, tx);
            case "erase" ->
                Uni.createFrom()
                        .item(Outcome.ephemeral(
                                PrivacyTexts.question(call.member().id())));
            default -> show(call, tx);
        };
    }

    private Uni<Outcome> show(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var user = call.member().id();
        return each(one -> one.count(tx, user).map(count -> PrivacyTexts.line(one.kept(), count)))
                .chain(lines -> standings
                        .find(tx, user)
                        .map(standing -> Outcome.ephemeral(PrivacyTexts.shown(lines, standing.silent()))));
    }

    private Uni<Outcome> silence(Call<CommandInvoked> call, Mutiny.StatelessSession tx, boolean silent) {
        return standings
                .silence(tx, call.member().id(), silent)
                .replaceWith(
                        Outcome.ephemeral(MessageBody.text(silent ? PrivacyTexts.OPTED_OUT : PrivacyTexts.OPTED_IN)));
    }

    private Uni<Outcome> export(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var user = call.member().id();
        return each(one -> one.export(tx, user).map(node -> new Part(one.name(), node)))
                .chain(parts -> {
                    var whole = new TreeMap<String, JsonNode>();
                    parts.forEach(part -> whole.put(part.name(), part.node()));
                    // never in a record: topics and recorded outcomes keep theirs for days
                    return files.keep("my-data.json", "application/json", "All that I keep of you", write(whole));
                })
                .map(file -> Outcome.ephemeral(
                        MessageBody.text(PrivacyTexts.EXPORTED).withFiles(file)));
    }

    private record Part(String name, JsonNode node) {}

    private <T> Uni<List<T>> each(Function<PersonalData, Uni<? extends T>> ask) {
        return Multi.createFrom()
                .iterable(data)
                .onItem()
                .transformToUniAndConcatenate(ask)
                .collect()
                .in(ArrayList<T>::new, List::add)
                .map(all -> all);
    }

    private byte[] write(Object whole) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an export cannot be written", e);
        }
    }
}
