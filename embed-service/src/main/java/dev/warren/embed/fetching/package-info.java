/** Fetches what strangers paste, from public addresses only and within limits. */
@NullMarked
package dev.warren.embed.fetching;

import org.jspecify.annotations.NullMarked;
