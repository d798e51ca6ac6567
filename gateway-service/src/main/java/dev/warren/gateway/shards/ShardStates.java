package dev.warren.gateway.shards;

import dev.warren.gateway.connection.ConnectionState;
import dev.warren.gateway.connection.ConnectionState.Closed;
import dev.warren.gateway.connection.ConnectionState.Connecting;
import dev.warren.gateway.connection.ConnectionState.Disconnected;
import dev.warren.gateway.connection.ConnectionState.Failed;
import dev.warren.gateway.connection.ConnectionState.Failure;
import dev.warren.gateway.connection.ConnectionState.IntentsRefused;
import dev.warren.gateway.connection.ConnectionState.LoginTimedOut;
import dev.warren.gateway.connection.ConnectionState.Ready;
import dev.warren.gateway.connection.ConnectionState.Resumed;
import dev.warren.gateway.connection.Intent;
import dev.warren.gateway.connection.StateListener;
import dev.warren.gateway.identity.BotIdentity;
import dev.warren.runtime.trouble.Conditions;
import java.util.Locale;
import org.jboss.logging.Logger;

/** What the states of the connection mean for readiness, each said in one line. */
final class ShardStates implements StateListener {
    private static final Logger LOG = Logger.getLogger(ShardStates.class);

    private final String name;
    private final Conditions conditions;
    private final BotIdentity bot;
    private final Runnable wrongToken;
    private final Runnable sessionLost;
    private boolean had;

    /**
     * @param name of the condition
     * @param had whether there was a session before
     * @param sessionLost called when a session begins although there was one before
     */
    ShardStates(
            String name,
            Conditions conditions,
            BotIdentity bot,
            Runnable wrongToken,
            boolean had,
            Runnable sessionLost) {
        this.name = name;
        this.conditions = conditions;
        this.bot = bot;
        this.wrongToken = wrongToken;
        this.had = had;
        this.sessionLost = sessionLost;
    }

    /** What readiness calls it. */
    static String name(int shard, int count) {
        return count == 1 ? "discord" : "discord, shard " + shard;
    }

    @Override
    public void onState(ConnectionState state) {
        switch (state) {
            case Connecting(int attempt, boolean resuming) ->
                LOG.debugf("connecting attempt=%s resuming=%s", (Object) attempt, (Object) resuming);
            case Ready ready -> {
                if (had) {
                    sessionLost.run();
                }
                had = true;
                conditions.there(name);
                LOG.infof(
                        "connected as %s guilds=%d",
                        bot.name(), ready.session().guilds().size());
            }
            case Resumed _ -> {
                conditions.there(name);
                LOG.infof("resumed as %s", bot.name());
            }
            case Disconnected(int code, var reason, boolean _, var _) ->
                conditions.away(name, "disconnected, code " + code + " " + reason);
            case LoginTimedOut(var waited, var _) ->
                conditions.away(
                        name, "login not complete in " + waited.toSeconds() + " s, tried again with growing pauses");
            case IntentsRefused(int _, var withdrawn) -> withdrawn.forEach(intent -> sayMissing(intent, bot));
            case Failed(var failure, int code) -> failed(failure, code);
            case Closed _ -> LOG.debug("closed");
        }
    }

    private void failed(Failure failure, int code) {
        switch (failure) {
            case WRONG_TOKEN -> wrongToken.run();
            case INVALID_SHARD, SHARDING_REQUIRED, INVALID_VERSION, INVALID_INTENTS ->
                conditions.away(
                        name,
                        "Discord refuses the connection: "
                                + failure.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", code " + code);
        }
    }

    /** One line with the remedy. */
    static void sayMissing(Intent intent, BotIdentity bot) {
        LOG.warnf(
                "intent %s is switched off: %s; remedy: switch it on at"
                        + " https://discord.com/developers/applications/%s/bot and restart",
                intent, Intents.consequence(intent), bot.application());
    }
}
