package dev.warren.ai.images;

import dev.warren.ai.errands.Errand;
import dev.warren.ai.errands.Errands;
import dev.warren.ai.images.Studio.Made;
import dev.warren.ai.rules.ContentRules;
import dev.warren.ai.work.Done;
import dev.warren.ai.work.Job;
import dev.warren.ai.work.Worker;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.redis.Files;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes a picture for a member: checks the wish, looks whether it was made lately, asks the providers, posts it as a file. */
@ApplicationScoped
public class Imagining implements Worker {
    private static final String PROMPT = "prompt";
    private static final String STYLE = "style";
    private static final String SHAPE = "shape";
    private static final int LONGEST_SHOWN = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Studio studio;
    private final Album album;
    private final Files files;
    private final Errands errands;

    Imagining(Studio studio, Album album, Files files, Errands errands) {
        this.studio = studio;
        this.album = album;
        this.files = files;
        this.errands = errands;
    }

    /** Why a wish is not even noted; none where it is. */
    private Optional<Outcome> refusal(Call<? extends InteractionEvent> call, String prompt) {
        if (!studio.isOpen()) {
            return Optional.of(Outcome.refused("images-off", Studio.OFF));
        }
        if (prompt.isBlank()) {
            return Optional.of(Outcome.refused("no-prompt", "`prompt` must say what the picture shows."));
        }
        return ImageFilter.broken(prompt, call.settings())
                .map(rule -> Outcome.refused("content-rule", ContentRules.refusal(rule)));
    }

    Uni<Outcome> note(
            Call<? extends InteractionEvent> call,
            Mutiny.StatelessSession tx,
            String prompt,
            Optional<Style> style,
            Shape shape) {
        return refusal(call, prompt)
                .map(Uni.createFrom()::item)
                .orElseGet(() -> errands.note(call, tx, kind(), arguments(prompt, style, shape)));
    }

    /** For a question that was agreed to: the question changes at once, the picture comes as a message of its own. */
    public Uni<Outcome> agreed(Call<ComponentUsed> call, Mutiny.StatelessSession tx, String prompt) {
        return refusal(call, prompt)
                .map(Uni.createFrom()::item)
                .orElseGet(() -> errands.noteAside(call, tx, kind(), arguments(prompt, Optional.empty(), Shape.SQUARE))
                        .map(noted -> noted
                                ? Outcome.update(MessageBody.text("🎨 I am on it."))
                                : Outcome.refused("busy", "I am still busy with other things for you.")));
    }

    private static Map<String, String> arguments(String prompt, Optional<Style> style, Shape shape) {
        return Map.of(PROMPT, prompt, STYLE, style.map(Style::id).orElse(""), SHAPE, shape.id());
    }

    @Override
    public String kind() {
        return "imagine";
    }

    @Override
    public Done work(Job job) {
        return errands.done(job, this::draw);
    }

    @Override
    public Done givenUp(Job job, boolean late) {
        return errands.givenUp(job, late);
    }

    private Answer draw(Errand errand) {
        var order = new Order(
                errand.argument(PROMPT),
                Style.find(errand.argument(STYLE)),
                Shape.of(errand.argument(SHAPE)).orElse(Shape.SQUARE),
                errand.job().id().hashCode() & Integer.MAX_VALUE);
        var guild = errand.origin().guild();
        var known = guild.flatMap(id -> album.find(id, order).await().atMost(PATIENCE));
        if (known.isPresent()) {
            return shown(order, known.get(), "made lately");
        }
        return switch (studio.make(order).await().atMost(PATIENCE)) {
            case Made.Done(var picture, var provider) -> {
                var name = "picture." + picture.format().ending();
                var file = files.keep(name, picture.format().contentType(), alt(order), picture.bytes())
                        .await()
                        .atMost(PATIENCE);
                guild.ifPresent(id -> album.keep(id, order, file).await().atMost(PATIENCE));
                yield shown(order, file, "by " + provider);
            }
            case Made.Rejected _ ->
                refused("image-rejected", "The image provider does not draw that. Please word it otherwise.");
            case Made.Failed(List<String> reasons) ->
                refused("image-failed", "No picture came of it: " + String.join("; ", reasons) + ".");
        };
    }

    private static Answer shown(Order order, FileRef file, String how) {
        var style = order.style().map(one -> " · " + one.name()).orElse("");
        var body = MessageBody.text("🎨 **%s**%s\n-# %s".formatted(cut(order.prompt()), style, how))
                .withFiles(file);
        return new Answer.Message(body, false);
    }

    private static String alt(Order order) {
        return "A picture made by a machine: " + cut(order.prompt());
    }

    private static String cut(String prompt) {
        var line = prompt.replaceAll("\\s+", " ").replace("*", "∗").strip();
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }

    private static Answer refused(String reason, String text) {
        return new Answer.Refusal(reason, text, Map.of());
    }
}
