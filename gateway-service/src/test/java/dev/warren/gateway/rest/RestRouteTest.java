package dev.warren.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RestRouteTest {
    @Test
    void at_parameters_areEncodedAndTheMajorOnesFound() {
        RestTarget target = RestRoute.put("/channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me")
                .at("10", "20", "🐇/a");
        assertThat(target.path()).isEqualTo("/channels/10/messages/20/reactions/%F0%9F%90%87%2Fa/@me");
        assertThat(target.major()).isEqualTo("10");
    }

    @Test
    void at_webhookAndToken_areMajorTogether() {
        assertThat(RestRoute.post("/webhooks/{webhook_id}/{webhook_token}")
                        .at("1", "t")
                        .major())
                .isEqualTo("1/t");
    }

    @Test
    void at_wrongNumberOfParameters_isRefusedByName() {
        RestRoute route = RestRoute.get("/guilds/{guild_id}/members/{user_id}");
        assertThatThrownBy(() -> route.at("1")).hasMessageContaining("/guilds/{guild_id}/members/{user_id}");
        assertThatThrownBy(() -> route.at("1", "2", "3")).hasMessageContaining("must be 2");
        assertThatThrownBy(() -> route.at("1", "")).hasMessageContaining("user_id must not be empty");
    }

    @Test
    void template_withoutSlash_isRefused() {
        assertThatThrownBy(() -> RestRoute.get("users/@me"))
                .hasMessageContaining("template")
                .hasMessageContaining("users/@me");
    }
}
