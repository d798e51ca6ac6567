package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a guild object carries and nobody changes here. */
final class GuildDefaults {
    private GuildDefaults() {}

    static void fill(JsonObject json) {
        json.put("icon", null)
                .put("description", null)
                .put("splash", null)
                .put("discovery_splash", null)
                .put("banner", null)
                .put("home_header", null)
                .put("features", new JsonArray())
                .put("emojis", new JsonArray())
                .put("stickers", new JsonArray())
                .put("application_id", null)
                .put("region", "deprecated")
                .put("afk_channel_id", null)
                .put("afk_timeout", 300)
                .put("system_channel_id", null)
                .put("system_channel_flags", 0)
                .put("widget_enabled", false)
                .put("widget_channel_id", null)
                .put("verification_level", 0)
                .put("default_message_notifications", 1)
                .put("mfa_level", 0)
                .put("explicit_content_filter", 0)
                .put("max_presences", null)
                .put("max_members", 500_000)
                .put("max_stage_video_channel_users", 50)
                .put("max_video_channel_users", 25)
                .put("vanity_url_code", null)
                .put("premium_tier", 0)
                .put("premium_subscription_count", 0)
                .put("preferred_locale", "en-US")
                .put("rules_channel_id", null)
                .put("safety_alerts_channel_id", null)
                .put("public_updates_channel_id", null)
                .put("hub_type", null)
                .put("premium_progress_bar_enabled", false)
                .put("latest_onboarding_question_id", null)
                .put("incidents_data", null)
                .put("nsfw", false)
                .put("nsfw_level", 0);
    }
}
