package dev.warren.leveling.rank;

import dev.warren.leveling.card.CardSettings;
import dev.warren.leveling.card.Cards;
import dev.warren.leveling.card.Face;
import dev.warren.leveling.card.Theme;
import dev.warren.leveling.standing.Standing;
import dev.warren.leveling.standing.Standings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What a member's rank is, with their card. It changes nothing. */
@ApplicationScoped
class Ranks {
    private final Standings standings;
    private final Cards cards;

    Ranks(Standings standings, Cards cards) {
        this.standings = standings;
        this.cards = cards;
    }

    /**
     * The answer to one who asks in a guild.
     *
     * @param named whose rank; the caller's own where nobody is named
     * @param chosen the theme that the caller just chose for their own card
     */
    Uni<Outcome> answer(Call<CommandInvoked> call, Optional<OptionValue> named, Optional<Theme> chosen) {
        var caller = call.member().id();
        var id = named.map(OptionValue::asUser).orElse(caller);
        var member = named.isPresent() ? named.get().member() : Optional.of(call.member());
        if (member.filter(Member::bot).isPresent()) {
            return said(RankTexts.bot(member.get().displayName()));
        }
        return standings
                .find(call.guild().orElseThrow(), id)
                .chain(found -> found.isPresent()
                        ? shown(call, found.get(), member, chosen)
                        : said(
                                id.equals(caller)
                                        ? RankTexts.nothingYet()
                                        : RankTexts.nothingYet(
                                                member.map(Member::displayName).orElse("This member"))));
    }

    private static Uni<Outcome> said(MessageBody body) {
        return Uni.createFrom().item(Outcome.message(body));
    }

    private Uni<Outcome> shown(
            Call<CommandInvoked> call, Standing found, Optional<Member> member, Optional<Theme> chosen) {
        UserId caller = call.member().id();
        boolean own = found.member().equals(caller);
        boolean hidden = found.look().hidden();
        var name = member.map(Member::displayName).orElse(found.name());
        if (hidden && !own) {
            return said(RankTexts.hidden(name));
        }
        var theme = chosen.filter(theirs -> own)
                .or(() -> found.look().theme().flatMap(Theme::of))
                .orElseGet(() -> CardSettings.theme(call.settings()));
        var standing = found.called(name);
        return cards.of(face(standing, member, theme), RankTexts.alt(standing)).map(card -> {
            var body = body(standing, card);
            // what is hidden from others is told to oneself alone
            return hidden ? Outcome.ephemeral(body) : Outcome.message(body);
        });
    }

    private static MessageBody body(Standing standing, Optional<FileRef> card) {
        return card.map(file -> RankTexts.with(standing, file)).orElseGet(() -> RankTexts.of(standing));
    }

    private static Face face(Standing standing, Optional<Member> member, Theme theme) {
        return new Face(
                standing.member(),
                standing.name(),
                member.flatMap(Member::avatar),
                Optional.of(standing.place()).filter(place -> !standing.look().hidden()),
                standing.level(),
                standing.intoLevel(),
                Math.max(1, standing.levelTakes()),
                standing.xp(),
                theme);
    }
}
