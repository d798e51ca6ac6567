package dev.warren.runtime.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What statistics need to know of a text, without the text.
 *
 * @param length in UTF-16 units, as Discord counts
 * @param collapsedLength the same after runs of one character, and then of one word, count once; white space between words counts one
 * @param words separated by white space
 * @param sketch SimHash of the lower-cased words, 0 for no words. Source: Charikar, "Similarity Estimation Techniques from Rounding
 *     Algorithms", 2002; each word is hashed with FNV-1a (64 bits) and mixed by the finalizer of MurmurHash3. It must never change: replays
 *     compare sketches of all years.
 * @param linkHosts hosts of links, lower case, in order, each once
 */
public record TextFacts(int length, int collapsedLength, int words, long sketch, List<String> linkHosts) {
    private static final TextFacts EMPTY = new TextFacts(0, 0, 0, 0, List.of());
    private static final long FNV_OFFSET = 0xCBF2_9CE4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01B3L;
    /** The most hosts that are told of one text. */
    private static final int MOST_HOSTS = 20;

    public TextFacts {
        linkHosts = List.copyOf(linkHosts);
    }

    public static TextFacts of(String text) {
        return text.isEmpty() ? EMPTY : new Scan(text).facts();
    }

    /** One walk over the text. */
    private static final class Scan {
        private final String text;
        private final int[] votes = new int[Long.SIZE];
        private int words;
        private int collapsed;
        private long previous;

        Scan(String text) {
            this.text = text;
        }

        TextFacts facts() {
            int at = 0;
            while (at < text.length()) {
                if (Character.isWhitespace(text.charAt(at))) {
                    at++;
                } else {
                    at = word(at);
                }
            }
            return new TextFacts(
                    text.length(), collapsed, words, sketch(), text.contains("://") ? hosts(text) : List.of());
        }

        /** Takes the word that begins here; returns where it ends. */
        private int word(int from) {
            long hash = FNV_OFFSET;
            int runs = 0;
            char last = 0;
            int at = from;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                char lower = Character.toLowerCase(text.charAt(at));
                if (lower != last || at == from) {
                    runs++;
                }
                last = lower;
                hash = (hash ^ lower) * FNV_PRIME;
                at++;
            }
            hash = mix(hash);
            if (words == 0 || hash != previous) {
                collapsed += runs + (words == 0 ? 0 : 1);
            }
            previous = hash;
            words++;
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (int) (hash >>> bit & 1) * 2 - 1;
            }
            return at;
        }

        private long sketch() {
            long sketch = 0;
            for (int bit = 0; bit < Long.SIZE; bit++) {
                if (votes[bit] > 0) {
                    sketch |= 1L << bit;
                }
            }
            return sketch;
        }

        /** FNV alone leaves the high bits of short words alike. */
        private static long mix(long hash) {
            long mixed = (hash ^ hash >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
            mixed = (mixed ^ mixed >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
            return mixed ^ mixed >>> 33;
        }
    }

    private static List<String> hosts(String text) {
        var hosts = new ArrayList<String>();
        int at = text.indexOf("://");
        while (at >= 0 && hosts.size() < MOST_HOSTS) {
            if (isHttp(text, at)) {
                var host = host(text, at + 3);
                if (!host.isEmpty() && !hosts.contains(host)) {
                    hosts.add(host);
                }
            }
            at = text.indexOf("://", at + 3);
        }
        return hosts;
    }

    private static boolean isHttp(String text, int colon) {
        return text.regionMatches(true, colon - 5, "https", 0, 5) || text.regionMatches(true, colon - 4, "http", 0, 4);
    }

    private static String host(String text, int from) {
        int end = from;
        int begin = from;
        while (end < text.length() && !endsAuthority(text.charAt(end))) {
            if (text.charAt(end) == '@') {
                begin = end + 1;
            }
            end++;
        }
        var host = text.substring(begin, end).toLowerCase(Locale.ROOT);
        int port = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        if (port > 0) {
            host = host.substring(0, port);
        }
        while (host.endsWith(".") || host.endsWith(",")) {
            host = host.substring(0, host.length() - 1);
        }
        return host;
    }

    private static boolean endsAuthority(char c) {
        return Character.isWhitespace(c) || "/?#<>)\"'`|\\".indexOf(c) >= 0;
    }
}
