package dev.warren.embed.links;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Parameters of addresses that say who shared or clicked, and nothing of what is there. Sources: Google Analytics help, "URL builders"
 * ({@code utm_*}); Google Ads help, "About GCLID", "gbraid and wbraid"; Google Campaign Manager ({@code dclid}); Meta for Developers,
 * "fbp and fbc parameters" ({@code fbclid}); Microsoft Advertising help, "auto-tagging" ({@code msclkid}); X Business, "click id" ({@code
 * twclid}); TikTok Business, "ttclid"; LinkedIn, "li_fat_id"; Yandex Metrica ({@code yclid}, {@code _openstat}); Mailchimp ({@code mc_cid},
 * {@code mc_eid}); HubSpot ({@code _hsenc}, {@code _hsmi}, {@code __hs*}); Matomo ({@code mtm_*}, {@code pk_*}); Marketo ({@code mkt_tok}). Those of
 * single sites are what their share buttons append; the registry {@code mpchadwick/tracking-query-params-registry} names most of these.
 */
final class Tracking {
    private static final Set<String> ANYWHERE = Set.of(
            "gclid",
            "gclsrc",
            "gbraid",
            "wbraid",
            "dclid",
            "fbclid",
            "msclkid",
            "twclid",
            "ttclid",
            "li_fat_id",
            "yclid",
            "_openstat",
            "mc_cid",
            "mc_eid",
            "_hsenc",
            "_hsmi",
            "mkt_tok",
            "igshid",
            "_ga",
            "_gl",
            "vero_id",
            "epik",
            "s_kwcid",
            "rb_clickid");

    private static final Set<String> FAMILIES = Set.of("utm_", "mtm_", "pk_", "piwik_", "__hs", "hsa_");

    /** By the site's registered name, which also stands for the hosts under it. */
    private static final Map<String, Set<String>> OF_SITES = Map.of(
            "youtube.com", Set.of("si", "feature", "pp", "ab_channel"),
            "youtu.be", Set.of("si", "feature"),
            "spotify.com", Set.of("si", "nd", "dl_branch"),
            "x.com", Set.of("s", "t", "ref_src", "ref_url"),
            "twitter.com", Set.of("s", "t", "ref_src", "ref_url"),
            "instagram.com", Set.of("igsh", "img_index"),
            "tiktok.com", Set.of("_t", "_r", "is_from_webapp", "sender_device", "sender_web_id"),
            "reddit.com", Set.of("share_id", "rdt", "ref", "ref_source", "ref_campaign"),
            "soundcloud.com", Set.of("si", "in_system_playlist"),
            "threads.net", Set.of("xmt", "slof"));

    private Tracking() {}

    static boolean only(String host, String parameter) {
        var name = parameter.toLowerCase(Locale.ROOT);
        return ANYWHERE.contains(name)
                || FAMILIES.stream().anyMatch(name::startsWith)
                || OF_SITES.entrySet().stream()
                        .anyMatch(site -> site.getValue().contains(name) && belongs(host, site.getKey()));
    }

    private static boolean belongs(String host, String site) {
        return host.equals(site) || host.endsWith("." + site);
    }
}
