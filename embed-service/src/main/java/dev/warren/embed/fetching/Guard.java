package dev.warren.embed.fetching;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Says what may not be asked. A refusal is a short word that names the rule. */
interface Guard {
    /** By how the address is written, before anything is asked about it. */
    Optional<String> refusal(HttpUrl address);

    /** By what a name stands for. */
    Optional<String> refusal(InetAddress address);

    /** By where a socket is about to connect: the last word, whatever was said before. */
    Optional<String> refusal(InetSocketAddress address);
}
