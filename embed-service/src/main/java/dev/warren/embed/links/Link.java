package dev.warren.embed.links;

import java.net.URI;

/**
 * A link of a message.
 *
 * @param address without fragment and without what only tracks people
 * @param spoiler whether it stands in a spoiler
 */
public record Link(URI address, boolean spoiler) {}
