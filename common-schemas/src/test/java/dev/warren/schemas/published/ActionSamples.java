package dev.warren.schemas.published;

import static dev.warren.schemas.published.DiscordSamples.BEFORE;
import static dev.warren.schemas.published.DiscordSamples.FIVER;
import static dev.warren.schemas.published.DiscordSamples.GENERAL;
import static dev.warren.schemas.published.DiscordSamples.GUILD;
import static dev.warren.schemas.published.DiscordSamples.HAZEL;
import static dev.warren.schemas.published.DiscordSamples.HELLO;
import static dev.warren.schemas.published.DiscordSamples.MODERATORS;
import static dev.warren.schemas.published.DiscordSamples.NOON;
import static dev.warren.schemas.published.Sample.full;
import static dev.warren.schemas.published.Sample.minimal;

import dev.warren.schemas.bot.ActionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is to be done to members and channels. */
final class ActionSamples {
    private static final ActionEvent.Context WISHED =
            new ActionEvent.Context(GUILD, Optional.of(HAZEL), "flood", NOON.plusSeconds(60));
    private static final ActionEvent.Context OWN =
            new ActionEvent.Context(GUILD, Optional.empty(), "level 7", NOON.plusSeconds(60));

    private ActionSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new ActionEvent.AddRole(WISHED, FIVER, MODERATORS)),
                minimal(new ActionEvent.AddRole(OWN, FIVER, MODERATORS)),
                full(new ActionEvent.RemoveRole(WISHED, FIVER, MODERATORS)),
                minimal(new ActionEvent.RemoveRole(OWN, FIVER, MODERATORS)),
                full(new ActionEvent.KickMember(WISHED, FIVER)),
                minimal(new ActionEvent.KickMember(OWN, FIVER)),
                full(new ActionEvent.BanMember(WISHED, FIVER, Duration.ofDays(7))),
                minimal(new ActionEvent.BanMember(OWN, FIVER, Duration.ZERO)),
                full(new ActionEvent.UnbanMember(WISHED, FIVER)),
                minimal(new ActionEvent.UnbanMember(OWN, FIVER)),
                full(new ActionEvent.TimeoutMember(WISHED, FIVER, Optional.of(NOON.plusSeconds(600)))),
                minimal(new ActionEvent.TimeoutMember(OWN, FIVER, Optional.empty())),
                full(new ActionEvent.PurgeMessages(WISHED, GENERAL, List.of(BEFORE, HELLO))),
                minimal(new ActionEvent.PurgeMessages(OWN, GENERAL, List.of(HELLO))),
                full(new ActionEvent.SetSlowMode(WISHED, GENERAL, Duration.ofSeconds(30))),
                minimal(new ActionEvent.SetSlowMode(OWN, GENERAL, Duration.ZERO)),
                full(new ActionEvent.LockChannel(WISHED, GENERAL, true)),
                minimal(new ActionEvent.LockChannel(OWN, GENERAL, false)),
                full(new ActionEvent.FetchMember(WISHED, FIVER)),
                minimal(new ActionEvent.FetchMember(OWN, FIVER)),
                full(new ActionEvent.FetchMessages(WISHED, GENERAL, Optional.of(HELLO), 100)),
                minimal(new ActionEvent.FetchMessages(OWN, GENERAL, Optional.empty(), 1)));
    }
}
