package dev.warren.gateway.outbound.sending;

import dev.warren.gateway.rest.RestRoute;

/** Discord's routes that are used outbound. Source: Discord's API reference. */
public final class Routes {
    public static final RestRoute CALLBACK =
            RestRoute.post("/interactions/{interaction_id}/{interaction_token}/callback");
    public static final RestRoute FOLLOW_UP = RestRoute.post("/webhooks/{application_id}/{interaction_token}");
    public static final RestRoute EDIT_ORIGINAL =
            RestRoute.patch("/webhooks/{application_id}/{interaction_token}/messages/@original");
    public static final RestRoute DELETE_ORIGINAL =
            RestRoute.delete("/webhooks/{application_id}/{interaction_token}/messages/@original");
    public static final RestRoute EDIT_FOLLOW_UP =
            RestRoute.patch("/webhooks/{application_id}/{interaction_token}/messages/{message_id}");

    public static final RestRoute MESSAGES = RestRoute.get("/channels/{channel_id}/messages");
    public static final RestRoute POST_MESSAGE = RestRoute.post("/channels/{channel_id}/messages");
    public static final RestRoute EDIT_MESSAGE = RestRoute.patch("/channels/{channel_id}/messages/{message_id}");
    public static final RestRoute DELETE_MESSAGE = RestRoute.delete("/channels/{channel_id}/messages/{message_id}");
    public static final RestRoute BULK_DELETE = RestRoute.post("/channels/{channel_id}/messages/bulk-delete");
    public static final RestRoute TYPING = RestRoute.post("/channels/{channel_id}/typing");
    public static final RestRoute ADD_REACTION =
            RestRoute.put("/channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me");
    public static final RestRoute REMOVE_REACTION =
            RestRoute.delete("/channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me");
    public static final RestRoute DIRECT_CHANNEL = RestRoute.post("/users/@me/channels");
    public static final RestRoute ME = RestRoute.get("/users/@me");

    public static final RestRoute WEBHOOKS = RestRoute.get("/channels/{channel_id}/webhooks");
    public static final RestRoute MAKE_WEBHOOK = RestRoute.post("/channels/{channel_id}/webhooks");
    public static final RestRoute EXECUTE_WEBHOOK = RestRoute.post("/webhooks/{webhook_id}/{webhook_token}");

    public static final RestRoute CHANNEL = RestRoute.get("/channels/{channel_id}");
    public static final RestRoute CHANGE_CHANNEL = RestRoute.patch("/channels/{channel_id}");
    public static final RestRoute OVERWRITE = RestRoute.put("/channels/{channel_id}/permissions/{overwrite_id}");
    public static final RestRoute GUILD = RestRoute.get("/guilds/{guild_id}");
    public static final RestRoute MEMBER = RestRoute.get("/guilds/{guild_id}/members/{user_id}");
    public static final RestRoute CHANGE_MEMBER = RestRoute.patch("/guilds/{guild_id}/members/{user_id}");
    public static final RestRoute KICK = RestRoute.delete("/guilds/{guild_id}/members/{user_id}");
    public static final RestRoute ADD_ROLE = RestRoute.put("/guilds/{guild_id}/members/{user_id}/roles/{role_id}");
    public static final RestRoute REMOVE_ROLE =
            RestRoute.delete("/guilds/{guild_id}/members/{user_id}/roles/{role_id}");
    public static final RestRoute BAN = RestRoute.put("/guilds/{guild_id}/bans/{user_id}");
    public static final RestRoute FIND_BAN = RestRoute.get("/guilds/{guild_id}/bans/{user_id}");
    public static final RestRoute UNBAN = RestRoute.delete("/guilds/{guild_id}/bans/{user_id}");

    private Routes() {}
}
