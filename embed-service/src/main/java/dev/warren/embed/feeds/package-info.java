/** Feeds that guilds follow: what is new there is announced once. */
@NullMarked
package dev.warren.embed.feeds;

import org.jspecify.annotations.NullMarked;
