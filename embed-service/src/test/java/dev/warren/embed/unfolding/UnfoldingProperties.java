package dev.warren.embed.unfolding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.embed.links.Link;
import dev.warren.embed.unfolding.Unfolding.State;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of a message whose events come in any order. */
class UnfoldingProperties {
    private static final UserId ADA = new UserId(7);
    private static final Unfolding NEW =
            Unfolding.early(new MessageId(1), new GuildId(2), new ChannelId(3), Optional.empty());

    private static final UnaryOperator<Unfolding> WRITTEN = it -> it.written(ADA, links("first"));
    private static final UnaryOperator<Unfolding> EDITED = it -> it.edited(1_000, links("second"));
    private static final UnaryOperator<Unfolding> EDITED_AGAIN = it -> it.edited(2_000, links("third"));
    private static final UnaryOperator<Unfolding> SHOWN = it -> it.discordShows(List.of("https://a.test/third"));

    @Property
    void message_whateverComesFirst_waitsWithItsNewestLinks(@ForAll("orders") List<UnaryOperator<Unfolding>> order) {
        var unfolding = all(order);

        assertThat(unfolding.state()).isEqualTo(State.WAITING);
        assertThat(unfolding.links()).isEqualTo(links("third"));
        assertThat(unfolding.author()).contains(ADA);
        assertThat(unfolding.awaits(2_000)).isTrue();
        assertThat(unfolding.awaits(1_000)).isFalse();
    }

    @Property
    void message_deletedAtAnyTime_staysGone(
            @ForAll("orders") List<UnaryOperator<Unfolding>> before,
            @ForAll("orders") List<UnaryOperator<Unfolding>> after) {
        var unfolding = all(before).gone();
        for (var step : after) {
            unfolding = step.apply(unfolding);
        }

        assertThat(unfolding.state()).isEqualTo(State.GONE);
        assertThat(unfolding.links()).isEmpty();
    }

    @Property
    void message_toldOfTwice_isTheSame(@ForAll("orders") List<UnaryOperator<Unfolding>> order) {
        var once = WRITTEN.apply(NEW);

        assertThat(WRITTEN.apply(once)).isEqualTo(once);
        assertThat(EDITED_AGAIN.apply(all(order))).isEqualTo(all(order));
    }

    @Example
    void reply_takenDown_doesNotComeBackByAnEdit() {
        var settled = WRITTEN.apply(NEW).settled(Optional.of(EventId.of("reply:1")));

        assertThat(EDITED.apply(settled).state()).isEqualTo(State.WAITING);
        assertThat(EDITED.apply(settled.removed()).state()).isEqualTo(State.REMOVED);
    }

    private static Unfolding all(List<UnaryOperator<Unfolding>> order) {
        var unfolding = NEW;
        for (var step : order) {
            unfolding = step.apply(unfolding);
        }
        return unfolding;
    }

    private static List<Link> links(String path) {
        return List.of(new Link(URI.create("https://a.test/" + path), false));
    }

    @Provide
    Arbitrary<List<UnaryOperator<Unfolding>>> orders() {
        return Arbitraries.shuffle(WRITTEN, EDITED, EDITED_AGAIN, SHOWN);
    }
}
