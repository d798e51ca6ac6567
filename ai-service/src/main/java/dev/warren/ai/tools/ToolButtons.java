package dev.warren.ai.tools;

import dev.warren.ai.images.Imagining;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.conversation.ConversationEvent.FactProposed;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons by which a member lets a tool do something. */
@ApplicationScoped
class ToolButtons implements ComponentHandler {
    private final Questions questions;
    private final Imagining imagining;

    ToolButtons(Questions questions, Imagining imagining) {
        this.questions = questions;
        this.imagining = imagining;
    }

    @Override
    public String name() {
        return Questions.HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var whom = id.argument(3).map(UserId::of);
        if (whom.filter(call.member().id()::equals).isEmpty()) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "not-asked",
                            whom.map(user -> "Only <@" + user + "> can answer that.")
                                    .orElse("That button is broken.")));
        }
        return id.argument(0).equals(Optional.of(Questions.YES))
                ? questions
                        .about(id.argument(2).orElse(""))
                        .chain(about -> about.map(
                                        what -> done(call, tx, id.argument(1).orElse(""), what))
                                .orElseGet(() -> closed("That was asked too long ago. Nothing was done.")))
                : closed("All right, I leave it.");
    }

    private Uni<Outcome> done(Call<ComponentUsed> call, Mutiny.StatelessSession tx, String deed, String about) {
        return switch (deed) {
            case RememberTool.DEED -> {
                var key = Keys.member(call.guild(), call.member().id());
                var fact = new FactProposed(call.guild(), call.member().id(), "tool:" + call.id(), about, call.time());
                yield Uni.createFrom()
                        .item(new Outcome(
                                List.of(new Answer.Update(closing("I keep that in mind.\n> " + about))),
                                List.of(call.causes(Topics.CONVERSATION_EVENTS, "fact", key, fact))));
            }
            case ImageTool.DEED -> imagining.agreed(call, tx, about);
            default -> closed("That button is broken.");
        };
    }

    private static Uni<Outcome> closed(String text) {
        return Uni.createFrom().item(Outcome.update(closing(text)));
    }

    /** Without the buttons, so that nobody uses them again. */
    private static MessageBody closing(String text) {
        return MessageBody.text(text);
    }
}
